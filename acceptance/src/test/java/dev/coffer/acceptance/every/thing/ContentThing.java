package dev.coffer.acceptance.every.thing;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.Client;
import dev.coffer.acceptance.isolation.Outsiders;
import dev.coffer.acceptance.stack.Await;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Content that is known by its hash, as long as an asset of the owner has it. */
final class ContentThing implements Thing, Deletable {
    private final AssetThing holders = new AssetThing();
    private final Map<String, String> assets = new ConcurrentHashMap<>();

    @Override
    public String create(Client owner) {
        Payload content = Payloads.png();
        assets.put(content.blake3(), owner.assets().create(content, "output"));
        return content.blake3();
    }

    /** Content is released asynchronously after its last asset is deleted; until then it can be linked again. */
    @Override
    public void delete(Client owner, String name) {
        holders.delete(owner, assets.get(name));
        Await.until(name + " is given back", Duration.ofSeconds(30), () -> {
            Response again = owner.assets().fromHash(name, "output");
            if (again.statusCode() != 404) {
                holders.delete(owner, again.jsonPath().getString("id"));
            }
            return again.statusCode() == 404;
        });
    }

    @Override
    public String state(Client owner, String name) {
        return holders.state(owner, assets.get(name));
    }

    @Override
    public String unknown(String like) {
        return Payloads.png().blake3();
    }

    @Override
    public List<String> malformed() {
        return List.of("blake3:", "blake3:xyz", "md5:00", "%00", "%ED%A0%80", "0".repeat(64), "..%2F..");
    }

    /** An owner of the content in one workspace may use it in all of theirs. */
    @Override
    public List<Client> outsiders() {
        return Outsiders.strangers();
    }
}
