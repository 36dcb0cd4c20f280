package dev.coffer.acceptance.every.thing;

import static dev.coffer.acceptance.harness.Client.query;

import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.Client;
import java.util.List;
import java.util.UUID;

/** An earlier content of a user file: the path of the file and the id of the version. */
final class FileVersionThing implements Thing, Deletable {
    private static final String VERSIONS = "/api/v2/userdata/versions";

    private final UserFileThing files = new UserFileThing();

    @Override
    public String create(Client owner) {
        String file = files.create(owner);
        owner.userFiles().put(file, Payloads.text("the next content")).expect(200);
        return file + "/" + owner.request().get(VERSIONS + query("path", file)).then().statusCode(200)
                .extract().path("[1].version");
    }

    @Override
    public void delete(Client owner, String name) {
        owner.request().delete(VERSIONS + query("path", file(name))).then().statusCode(204);
    }

    @Override
    public String state(Client owner, String name) {
        return owner.request().get(VERSIONS + query("path", file(name))).asString();
    }

    @Override
    public String unknown(String like) {
        return files.unknown(file(like)) + "/" + UUID.randomUUID();
    }

    @Override
    public List<String> malformed() {
        return List.of("a/0", "a/%00", "a/not-an-id", "%00/0", "..%2Fx/0");
    }

    private static String file(String name) {
        return name.substring(0, name.indexOf('/'));
    }
}
