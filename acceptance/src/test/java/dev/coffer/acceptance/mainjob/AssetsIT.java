package dev.coffer.acceptance.mainjob;

import static dev.coffer.acceptance.content.Payloads.unique;
import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.Client.nobody;
import static dev.coffer.acceptance.harness.User.A;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.Answer;
import dev.coffer.acceptance.harness.Assets;
import dev.coffer.acceptance.harness.Multipart;
import dev.coffer.acceptance.harness.Refusal;
import dev.coffer.acceptance.harness.Transfer;
import dev.coffer.acceptance.stack.Environment;
import dev.coffer.acceptance.stack.Events;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Assets: uploaded, read, renamed and deleted. */
@Order(11)
class AssetsIT {
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z";
    private final Assets assets = as(A).assets();

    static List<Payload> realInput() {
        return RealInput.all();
    }

    @ParameterizedTest
    @MethodSource("realInput")
    void contentIsReadBackByteByByteAndIsAnEvent(Payload payload) {
        Answer uploaded = assets.upload(payload, "tags", "[\"input\",\"uploaded here\"]").expect(201);
        String id = uploaded.json().getString("id");
        assertThat(uploaded.json().getBoolean("created_new")).isTrue();

        Answer read = assets.assertContent(id, payload);
        assertThat(read.header("Content-Type")).startsWith(payload.mimeType());
        assertThat(read.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(read.header("Content-Disposition")).startsWith("attachment").contains(payload.name());
        assertThat(read.header("ETag")).startsWith("\"");
        String content = "/api/assets/" + id + "/content";
        Ranges.assertAll(() -> as(A).transfer(content), payload);
        RealInput.assertEvent(Events.ASSETS, "dev.coffer.asset.uploaded", id, payload);
    }

    @Test
    void anAssetHasTheDocumentedFields() {
        Payload payload = Payloads.png();
        String id = assets.create(payload, "zebra", "input", "apple");
        JsonPath asset = assets.get(id).then().statusCode(200).extract().jsonPath();
        assertThat(asset.getString("id")).isEqualTo(id);
        assertThat(asset.getString("name")).isEqualTo(payload.name());
        assertThat(asset.getString("asset_hash")).isEqualTo(payload.blake3());
        assertThat(asset.getString("hash")).isEqualTo(payload.blake3());
        assertThat(asset.getLong("size")).isEqualTo(payload.size());
        assertThat(asset.getString("mime_type")).isEqualTo("image/png");
        assertThat(asset.getList("tags", String.class)).startsWith("input", "apple").contains("zebra");
        assertThat(asset.getMap("user_metadata")).isNotNull();
        assertThat(asset.getBoolean("is_immutable")).isFalse();
        for (String time : List.of("created_at", "updated_at", "last_access_time")) {
            assertThat(asset.getString(time)).as(time).matches(TIME);
        }
        assertThat(asset.getMap("$").values()).as("no member is null").doesNotContainNull();
    }

    @Test
    void aPreviewNeedsNoCredentialsAndServesTheSameBytes() {
        Payload payload = Payloads.png();
        String id = assets.create(payload, "input");
        String preview = assets.get(id).then().statusCode(200).body("preview_url", startsWith("/api/")).extract()
                .path("preview_url");
        Transfer.assertContent(Transfer.plain(Environment.url() + preview), payload);
        Ranges.assertAll(() -> Transfer.plain(Environment.url() + preview), payload);
        String forged = preview.substring(0, preview.length() - 2);
        assertThat(nobody().request().get(forged).statusCode()).isIn(400, 401, 403, 404);
    }

    @Test
    void contentIsGivenByRedirectOrOnRequestDirectly() {
        Payload payload = Payloads.csv();
        String content = "/api/assets/" + assets.create(payload, "input") + "/content";
        Response redirect = as(A).request().get(content);
        assertThat(redirect.statusCode()).isEqualTo(302);
        Transfer.assertContent(Transfer.plain(redirect.header("Location")), payload);
        Response direct = as(A).request().get(content + "?redirect=false");
        assertThat(direct.statusCode()).isEqualTo(200);
        assertThat(direct.asByteArray()).isEqualTo(payload.bytes());
    }

    @Test
    void theSameBytesAgainAreTheSameAssetAndYetAnEvent() {
        Payload payload = Payloads.workflow();
        String id = assets.create(payload, "input");
        Answer again = assets.upload(payload.named("other.json"), "tags", "output").expect(200);
        assertThat(again.json().getString("id")).isEqualTo(id);
        assertThat(again.json().getBoolean("created_new")).isFalse();
        assertThat(again.json().getString("name")).isEqualTo(payload.name());
        var events = Events.await(Events.ASSETS, 2, Events.uploaded("id", id));
        assertThat(events).extracting(e -> e.data().path("createdNew").asBoolean()).containsExactly(true, false);
    }

    @Test
    void renamingAndRetaggingMoveOnlyTheMetadata() {
        Payload payload = Payloads.png();
        String id = assets.create(payload, "input", "old");
        String before = assets.get(id).path("updated_at");
        String preview = assets.create(Payloads.png(), "input");
        String name = unique("renamed") + " ä.png";
        assets.update(id, Map.of(
                "name", name,
                "tags", List.of("new", " output ", "new", ""),
                "mime_type", "image/x-png",
                "preview_id", preview,
                "user_metadata", Map.of("rating", 5, "nested", Map.of("deep", List.of(1, "zwei")))))
                .then()
                .statusCode(200)
                .body("id", is(id))
                .body("name", is(name))
                .body("tags", contains("output", "new"))
                .body("mime_type", is("image/x-png"))
                .body("preview_id", is(preview))
                .body("user_metadata.rating", is(5))
                .body("user_metadata.nested.deep[1]", is("zwei"))
                .body("asset_hash", is(payload.blake3()))
                .body("updated_at", not(equalTo(before)));
        assets.assertContent(id, payload);
        Events.await(Events.ASSETS, "updated " + id, e -> e.type().equals("dev.coffer.asset.updated")
                && e.data("id").equals(id) && e.data("name").equals(name));
    }

    @Test
    void aNullInAnUpdateMeansUnchangedAndMetadataAreReplaced() {
        String id = assets.create(Payloads.png(), "input");
        assets.update(id, "{\"user_metadata\":{\"a\":1,\"gone\":null}}").then()
                .statusCode(200)
                .body("user_metadata.containsKey('gone')", is(true));
        assets.update(id, "{\"name\":null,\"tags\":null,\"user_metadata\":{\"b\":2},\"unknown\":true}").then()
                .statusCode(200)
                .body("tags", contains("input"))
                .body("user_metadata.b", is(2))
                .body("user_metadata.containsKey('a')", is(false));
    }

    @Test
    void anUploadWithAnIdCanBeRepeated() {
        Payload payload = Payloads.png();
        String id = UUID.randomUUID().toString();
        assets.upload(payload, "id", id, "tags", "input").expect(201);
        Answer again = assets.upload(payload, "id", id, "tags", "input").expect(200);
        assertThat(again.json().getString("id")).isEqualTo(id);
        assertThat(again.json().getBoolean("created_new")).isFalse();
    }

    @Test
    void formFieldsMayComeBeforeAndAfterTheFile() {
        Payload payload = Payloads.png();
        Multipart form = new Multipart()
                .field("name", "given.png")
                .field("tags", "input")
                .file(payload)
                .field("tags", "[\"more\", \"tags\"]")
                .field("user_metadata", "{\"k\":\"v\"}")
                .field("mime_type", "image/x-given");
        JsonPath asset = assets.send(form).expect(201).json();
        assertThat(asset.getString("name")).isEqualTo("given.png");
        assertThat(asset.getList("tags", String.class)).contains("input", "more", "tags");
        assertThat(asset.getString("user_metadata.k")).isEqualTo("v");
        assertThat(asset.getString("mime_type")).isEqualTo("image/x-given");
    }

    @Test
    void onlyTheBaseOfAFileNameIsKept() {
        JsonPath asset = assets.upload(Payloads.png().named("../../etc/passwd.png"), "tags", "input")
                .expect(201)
                .json();
        assertThat(asset.getString("name")).isEqualTo("passwd.png");
    }

    @Test
    void aKnownHashNeedsNoFile() {
        Payload payload = Payloads.png();
        String id = assets.create(payload, "input");
        Answer answer = assets.send(new Multipart().field("hash", payload.blake3()).field("tags", "input"));
        assertThat(answer.expect(200).json().getString("id")).isEqualTo(id);
        assertThat(answer.json().getBoolean("created_new")).isFalse();
    }

    @Test
    void aDeletedAssetIsGone() {
        Payload payload = Payloads.png();
        String id = assets.create(payload, "input");
        assets.delete(id).then().statusCode(204).body(is(emptyOrNullString()));
        Refusal.assertComfy(assets.get(id), 404, "ASSET_NOT_FOUND");
        Refusal.assertComfy(assets.delete(id), 404, "ASSET_NOT_FOUND");
        Refusal.assertComfy(as(A).request().get("/api/assets/" + id + "/content"), 404, "ASSET_NOT_FOUND");
        Events.await(Events.ASSETS, "deleted " + id,
                e -> e.type().equals("dev.coffer.asset.deleted") && e.data("id").equals(id));
        String second = assets.create(payload, "input");
        assertThat(second).isNotEqualTo(id);
        assets.assertContent(second, payload);
    }

    @Test
    void pagesAreNeverServedAsPages() {
        Payload page = Payloads.of(unique("page") + ".html", "text/html", ("<b>" + unique("x") + "</b>").getBytes());
        Answer read = assets.assertContent(assets.create(page, "input"), page);
        assertThat(read.header("Content-Type")).startsWith("application/octet-stream");
        assertThat(read.header("Content-Disposition")).startsWith("attachment");
    }
}
