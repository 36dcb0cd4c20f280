package dev.coffer.acceptance.every.thing;

import static dev.coffer.acceptance.content.Payloads.unique;

import dev.coffer.acceptance.harness.Client;
import java.util.List;
import java.util.Map;

/** A background download, by its id; its host never answers. */
final class TaskThing implements Thing {

    @Override
    public String create(Client owner) {
        Map<String, Object> download =
                Map.of("source_url", "https://files.invalid/" + unique("file"), "tags", List.of("input"));
        return owner.json(download).post("/api/assets/download").then().statusCode(202).extract().path("task_id");
    }

    /** The other properties change with each attempt. */
    @Override
    public String state(Client owner, String name) {
        return owner.request().get("/api/tasks/" + name).then().statusCode(200).extract().path("id");
    }
}
