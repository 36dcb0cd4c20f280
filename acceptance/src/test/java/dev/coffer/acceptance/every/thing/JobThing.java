package dev.coffer.acceptance.every.thing;

import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.Client;
import java.util.UUID;

/** A job that has put out an asset, by the id that the upload gave. */
final class JobThing implements Thing, Deletable {

    @Override
    public String create(Client owner) {
        String job = UUID.randomUUID().toString();
        owner.assets().upload(Payloads.png(), "job_id", job, "tags", "output").expect(201);
        return job;
    }

    @Override
    public void delete(Client owner, String name) {
        String asset = owner.request().get(path(name)).then().statusCode(200).extract().path("assets[0].id");
        owner.assets().delete(asset).then().statusCode(204);
    }

    @Override
    public String state(Client owner, String name) {
        return owner.request().get(path(name)).asString();
    }

    private static String path(String name) {
        return "/api/jobs/" + name + "/assets";
    }
}
