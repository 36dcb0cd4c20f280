package dev.coffer.acceptance.isolation;

import static dev.coffer.acceptance.content.Payloads.unique;
import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.User.A;
import static dev.coffer.acceptance.isolation.SameAnswer.assertSame;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.Assets;
import dev.coffer.acceptance.harness.Client;
import dev.coffer.acceptance.harness.Multipart;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An asset of another owner is, in every operation, an asset that does not exist. */
@Order(30)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignAssetsIT {
    private final Payload payload = Payloads.png();
    private final String tag = unique("secret");
    private String id;

    @BeforeAll
    void anAssetOfA() {
        id = as(A).assets().create(payload, tag, "input");
    }

    static List<Client> outsiders() {
        return Outsiders.all();
    }

    static List<Client> strangers() {
        return Outsiders.strangers();
    }

    @ParameterizedTest
    @MethodSource("outsiders")
    void noOperationTellsItFromAnUnknownOne(Client outsider) {
        Assets assets = outsider.assets();
        String unknown = UUID.randomUUID().toString();
        assertSame(assets.get(id), id, assets.get(unknown), unknown);
        assertSame(assets.update(id, Map.of("name", "x")), id, assets.update(unknown, Map.of("name", "x")), unknown);
        assertSame(assets.delete(id), id, assets.delete(unknown), unknown);
        for (String suffix : List.of("/content", "/content?redirect=false", "/content?disposition=inline")) {
            String path = "/api/assets/%s" + suffix;
            assertSame(
                    outsider.request().get(path.formatted(id)), id,
                    outsider.request().get(path.formatted(unknown)), unknown);
        }
        String own = assets.create(Payloads.png(), "input");
        assertSame(
                assets.update(own, Map.of("preview_id", id)), id, assets.update(own, Map.of("preview_id", unknown)),
                unknown);
        assertUntouched();
    }

    @ParameterizedTest
    @MethodSource("outsiders")
    void noListShowsIt(Client outsider) {
        Object[][] questions = {
            {"include_tags", tag}, {"tags_any", tag}, {"hash", payload.blake3()}, {"name_contains", payload.name()},
            {"include_tags", tag, "include_public", "true", "limit", 500}
        };
        for (Object[] question : questions) {
            outsider.assets().list(question).then().statusCode(200).body("total", is(0)).body("assets", empty());
        }
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void itsContentCannotBeReferenced(Client stranger) {
        Payload never = Payloads.png();
        assertSame(
                stranger.assets().fromHash(payload.blake3(), "input"), payload.blake3(),
                stranger.assets().fromHash(never.blake3(), "input"), never.blake3());
        assertSame(
                stranger.assets().fromHash(payload.sha256(), "input"), payload.sha256(),
                stranger.assets().fromHash(never.sha256(), "input"), never.sha256());
        assertSame(
                stranger.assets().send(new Multipart().field("hash", payload.blake3())), payload.blake3(),
                stranger.assets().send(new Multipart().field("hash", never.blake3())), never.blake3());
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void theSameBytesAreNewToAnotherOwner(Client stranger) {
        Payload secret = Payloads.png();
        as(A).assets().create(secret, "input");
        String own = stranger.assets().create(secret, "input");
        stranger.assets().assertContent(own, secret);
        stranger.assets().delete(own).then().statusCode(204);
    }

    @ParameterizedTest
    @MethodSource("outsiders")
    void itsIdCanBeUsedByAnotherOwner(Client outsider) {
        Payload own = Payloads.png();
        outsider.assets().upload(own, "id", id, "tags", "input").expect(201);
        outsider.assets().assertContent(id, own);
        outsider.assets().delete(id).then().statusCode(204);
        assertUntouched();
    }

    private void assertUntouched() {
        as(A).assets().get(id).then().statusCode(200).body("name", is(payload.name()));
        as(A).assets().assertContent(id, payload);
    }
}
