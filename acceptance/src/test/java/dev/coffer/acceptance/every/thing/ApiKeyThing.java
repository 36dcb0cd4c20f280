package dev.coffer.acceptance.every.thing;

import static dev.coffer.acceptance.content.Payloads.unique;

import dev.coffer.acceptance.harness.Client;
import dev.coffer.acceptance.harness.User;
import java.util.List;
import java.util.Map;

/** An API key, by its id. */
final class ApiKeyThing implements Thing, Deletable {

    @Override
    public String create(Client owner) {
        return owner.json(Map.of("name", unique("key"))).post("/api/keys").then().statusCode(201).extract().path("id");
    }

    @Override
    public void delete(Client owner, String name) {
        owner.request().delete("/api/keys/" + name).then().statusCode(204);
    }

    @Override
    public String state(Client owner, String name) {
        return owner.request().get("/api/keys").then().extract().path("keys.find{it.id=='" + name + "'}.name");
    }

    /** A person sees their keys in each of their workspaces. */
    @Override
    public List<Client> outsiders() {
        return List.of(Client.as(User.A2), Client.as(User.B));
    }

    /** An API key gives no access to API keys. */
    @Override
    public List<Client> owners() {
        return List.of(Client.as(User.A));
    }
}
