package dev.coffer.acceptance.every.thing;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.Client;
import dev.coffer.acceptance.harness.Multipart;
import dev.coffer.acceptance.harness.Transfer;
import java.util.List;

/** A picture with a mask put onto it, by the name of its file. */
final class MaskThing implements Thing, Deletable {
    private static final int HASH_DIGITS = 64;

    @Override
    public String create(Client owner) {
        Payload original = Payloads.png();
        owner.assets().create(original, "input");
        Multipart form = new Multipart()
                .field("original_ref", "{\"filename\":\"" + original.blake3() + "\"}")
                .file("image", Payloads.mask());
        return Transfer.send(owner.transfer("/api/upload/mask")
                .header("Content-Type", form.contentType())
                .POST(form.body()))
                .expect(200)
                .json()
                .getString("name");
    }

    @Override
    public void delete(Client owner, String name) {
        String hash = "blake3:" + name.substring(0, HASH_DIGITS);
        owner.assets().delete(owner.assets().list("hash", hash).path("assets[0].id")).then().statusCode(204);
    }

    @Override
    public String state(Client owner, String name) {
        return owner.request().get("/api/files/mask-layers?filename=" + name).asString();
    }

    @Override
    public String unknown(String like) {
        return Payloads.png().blake3().substring("blake3:".length()) + like.substring(HASH_DIGITS);
    }

    @Override
    public List<String> malformed() {
        return List.of("%00", "..%2F..", "%ED%A0%80");
    }
}
