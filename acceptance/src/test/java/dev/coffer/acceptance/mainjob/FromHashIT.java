package dev.coffer.acceptance.mainjob;

import static dev.coffer.acceptance.content.Payloads.unique;
import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.User.A;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.Answer;
import dev.coffer.acceptance.harness.Assets;
import dev.coffer.acceptance.harness.Refusal;
import dev.coffer.acceptance.stack.Await;
import dev.coffer.acceptance.stack.Events;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** New assets from existing content, whichever API it was uploaded through. */
@Order(13)
class FromHashIT {
    private final Assets assets = as(A).assets();

    static Stream<Arguments> bringersAndHashes() {
        Map<String, Consumer<Payload>> bringers = Map.of(
                "user data", payload -> as(A).userFiles().put(payload.name(), payload).expect(200),
                "CDF", payload -> as(A).cdf().upload(payload));
        Map<String, Function<Payload, String>> hashes = Map.of("blake3", Payload::blake3, "sha256", Payload::sha256);
        return bringers.entrySet().stream().flatMap(bringer -> hashes.entrySet().stream().map(hash -> Arguments.of(
                Named.of(bringer.getKey(), bringer.getValue()),
                Named.of(hash.getKey(), hash.getValue()))));
    }

    @ParameterizedTest
    @MethodSource("bringersAndHashes")
    void contentOfTheOtherApisBecomesAnAsset(Consumer<Payload> bringer, Function<Payload, String> hash) {
        Payload payload = Payloads.csv();
        bringer.accept(payload);
        String name = unique("referenced") + ".csv";
        Answer first = Answer.of(assets.fromHash(Assets.reference(
                hash.apply(payload), "input", "name", name, "mime_type", "text/csv", "user_metadata", Map.of("k", 1))));
        JsonPath asset = first.expect(201).json();
        String id = asset.getString("id");
        assertThat(asset.getBoolean("created_new")).isTrue();
        assertThat(asset.getString("name")).isEqualTo(name);
        assertThat(asset.getString("mime_type")).isEqualTo("text/csv");
        assertThat(asset.getString("asset_hash")).isEqualTo(payload.blake3());
        assertThat(asset.getLong("size")).isEqualTo(payload.size());
        assertThat(asset.getInt("user_metadata.k")).isEqualTo(1);
        assertThat(asset.getList("tags", String.class)).containsExactly("input");
        assets.assertContent(id, payload);

        assets.fromHash(hash.apply(payload), "other").then()
                .statusCode(200)
                .body("id", is(id))
                .body("name", is(name))
                .body("created_new", is(false));
        var events = Events.await(Events.ASSETS, 2, Events.uploaded("id", id));
        assertThat(events).extracting(e -> e.data().path("createdNew").asBoolean()).containsExactly(true, false);
    }

    @ParameterizedTest
    @MethodSource("hashes")
    void contentOfAnAssetIsReferencedByEitherHash(Function<Payload, String> hash) {
        Payload payload = Payloads.png();
        String id = assets.create(payload, "input");
        assets.fromHash(hash.apply(payload), "input").then()
                .statusCode(200)
                .body("id", is(id))
                .body("created_new", is(false));
    }

    static List<Function<Payload, String>> hashes() {
        return List.of(Payload::blake3, Payload::sha256);
    }

    @Test
    void withoutANameTheDigestIsTheName() {
        Payload payload = Payloads.png();
        as(A).userFiles().put(payload.name(), payload).expect(200);
        assets.fromHash(payload.blake3(), "input").then()
                .statusCode(201)
                .body("name", is(payload.blake3().substring("blake3:".length())));
    }

    @Test
    void contentOfDeletedAssetsIsUnknown() {
        Payload payload = Payloads.png();
        String id = assets.create(payload, "input");
        assets.delete(id).then().statusCode(204);
        Await.until("the released content is unknown", Duration.ofSeconds(10), () -> {
            Response answer = assets.fromHash(payload.sha256(), "input");
            if (answer.statusCode() == 201) {
                assets.delete(answer.path("id"));
            }
            return answer.statusCode() == 404;
        });
        Refusal.assertComfy(assets.fromHash(payload.blake3(), "input"), 404, "ASSET_NOT_FOUND");
    }

    @Test
    void anApiKeyDoesNotReachTheContentOfProjects() {
        Payload payload = Payloads.csv();
        as(A).cdf().upload(payload);
        Refusal.assertComfy(as(A).byKey().assets().fromHash(payload.blake3(), "input"), 404, "ASSET_NOT_FOUND");
        as(A).assets().fromHash(payload.blake3(), "input").then().statusCode(201);
    }
}
