package dev.coffer.acceptance.every.thing;

import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.Client;

/** An asset, by its id. */
final class AssetThing implements Thing, Deletable {

    @Override
    public String create(Client owner) {
        return owner.assets().create(Payloads.png(), "input");
    }

    @Override
    public void delete(Client owner, String name) {
        owner.assets().delete(name).then().statusCode(204);
    }

    @Override
    public String state(Client owner, String name) {
        return owner.assets().get(name).asString();
    }
}
