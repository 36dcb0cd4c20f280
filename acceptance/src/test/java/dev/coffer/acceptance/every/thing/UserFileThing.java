package dev.coffer.acceptance.every.thing;

import static dev.coffer.acceptance.content.Payloads.unique;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.Client;
import java.util.List;

/** A user file, by its path. */
final class UserFileThing implements Thing, Deletable {

    @Override
    public String create(Client owner) {
        Payload file = Payloads.text("a file");
        owner.userFiles().put(file.name(), file).expect(200);
        return file.name();
    }

    @Override
    public void delete(Client owner, String name) {
        owner.userFiles().delete(name).then().statusCode(204);
    }

    @Override
    public String state(Client owner, String name) {
        return owner.userFiles().get(name).asString();
    }

    @Override
    public String unknown(String like) {
        return unique("x").concat("x".repeat(like.length())).substring(0, like.length());
    }

    @Override
    public List<String> malformed() {
        return List.of("%00", "..%2Fx", "%2e%2e%2fx", "%252e%252e%252fx", "%2Fetc%2Fpasswd", "a%2F", "%ff",
                "x".repeat(5000));
    }
}
