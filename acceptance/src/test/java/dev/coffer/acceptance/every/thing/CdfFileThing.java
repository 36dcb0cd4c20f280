package dev.coffer.acceptance.every.thing;

import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.CdfFiles;
import dev.coffer.acceptance.harness.Client;

/** A CDF file, by its id. */
final class CdfFileThing extends CdfThing implements Deletable {

    @Override
    public String create(Client owner) {
        return Long.toString(owner.cdf().upload(Payloads.png()));
    }

    @Override
    public void delete(Client owner, String name) {
        owner.json(items(name)).post(owner.cdf().url() + "/delete").then().statusCode(200);
    }

    @Override
    public String state(Client owner, String name) {
        return owner.cdf().byIds(CdfFiles.id(Long.parseLong(name))).asString();
    }
}
