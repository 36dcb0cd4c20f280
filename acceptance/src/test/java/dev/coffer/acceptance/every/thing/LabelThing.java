package dev.coffer.acceptance.every.thing;

import static dev.coffer.acceptance.content.Payloads.unique;

import dev.coffer.acceptance.harness.Client;
import java.util.List;
import java.util.Map;

/** A label, by its external id. */
final class LabelThing extends CdfThing implements Deletable {

    @Override
    public String create(Client owner) {
        String name = unique("label");
        Map<String, Object> label = Map.of("items", List.of(Map.of("externalId", name, "name", name)));
        owner.json(label).post(projectOf(owner) + "/labels").then().statusCode(201);
        return name;
    }

    @Override
    public void delete(Client owner, String name) {
        owner.json(named(name)).post(projectOf(owner) + "/labels/delete").then().statusCode(200);
    }

    @Override
    public String state(Client owner, String name) {
        return owner.json(named(name)).post(projectOf(owner) + "/labels/byids").asString();
    }

    @Override
    public String unknown(String like) {
        return unique("label");
    }

    @Override
    public List<String> malformed() {
        return List.of();
    }

    private static Map<String, Object> named(String name) {
        return Map.of("items", List.of(Map.of("externalId", name)));
    }
}
