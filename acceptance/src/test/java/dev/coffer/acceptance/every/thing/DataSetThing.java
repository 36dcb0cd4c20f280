package dev.coffer.acceptance.every.thing;

import static dev.coffer.acceptance.content.Payloads.unique;

import dev.coffer.acceptance.harness.Client;
import java.util.List;
import java.util.Map;

/** A data set, by its id. */
final class DataSetThing extends CdfThing {

    @Override
    public String create(Client owner) {
        Map<String, Object> dataSet = Map.of("items", List.of(Map.of("name", unique("set"))));
        long id = owner.json(dataSet).post(projectOf(owner) + "/datasets").then().statusCode(200)
                .extract().jsonPath().getLong("items[0].id");
        return Long.toString(id);
    }

    @Override
    public String state(Client owner, String name) {
        return owner.json(items(name)).post(projectOf(owner) + "/datasets/byids").asString();
    }
}
