package dev.coffer.acceptance.mainjob;

import static dev.coffer.acceptance.content.Payloads.unique;
import static dev.coffer.acceptance.harness.CdfFiles.externalId;
import static dev.coffer.acceptance.harness.CdfFiles.id;
import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.User.A;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.Answer;
import dev.coffer.acceptance.harness.CdfFiles;
import dev.coffer.acceptance.harness.Tokens;
import dev.coffer.acceptance.harness.Transfer;
import dev.coffer.acceptance.stack.Environment;
import dev.coffer.acceptance.stack.Events;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CDF files: created first, their content put to a signed link. */
@Order(14)
class CdfFilesIT {
    private final CdfFiles files = as(A).cdf();

    static List<Payload> realInput() {
        return RealInput.all();
    }

    @ParameterizedTest
    @MethodSource("realInput")
    void contentIsReadBackByteByByteAndIsAnEvent(Payload payload) {
        JsonPath created = files.created(Map.of("name", payload.name(), "mimeType", payload.mimeType()));
        long id = created.getLong("id");
        assertThat(created.getBoolean("uploaded")).isFalse();
        assertThat(created.getString("uploadUrl")).startsWith(Environment.url() + "/blob/");

        CdfFiles.put(created.getString("uploadUrl"), payload).expect(200);
        JsonPath file = files.byIds(id(id)).then().statusCode(200).extract().jsonPath();
        assertThat(file.getBoolean("items[0].uploaded")).as("uploaded right after the PUT").isTrue();
        assertThat(file.getLong("items[0].uploadedTime")).isGreaterThanOrEqualTo(created.getLong("createdTime"));
        assertThat(file.getLong("items[0].lastUpdatedTime")).isEqualTo(created.getLong("lastUpdatedTime"));

        Answer read = files.assertContent(id, payload);
        assertThat(read.header("Content-Length")).isEqualTo(String.valueOf(payload.size()));
        assertThat(read.header("Content-Type")).startsWith(payload.mimeType());
        assertThat(read.header("Content-Disposition")).startsWith("attachment");
        assertThat(read.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(read.header("ETag")).isNotBlank();
        assertThat(read.header("Access-Control-Allow-Origin")).isEqualTo("*");
        String link = files.downloadUrl(id);
        Ranges.assertAll(() -> Transfer.plain(link), payload);
        RealInput.assertEvent(Events.FILES, "dev.coffer.file.uploaded", String.valueOf(id), payload);
    }

    @Test
    void everyFieldComesBackAndUnsetOnesAreAbsent() {
        Map<String, Object> sent = new HashMap<>(Map.of(
                "name", "pump.pdf", "externalId", unique("ext"), "directory", "/plant/a", "source", "scan",
                "mimeType", "application/pdf", "metadata", Map.of("k", "v", "ä", "ö"), "assetIds",
                List.of(1, 9007199254740991L),
                "sourceCreatedTime", 0, "sourceModifiedTime", 1730204346000L,
                "labels", List.of(Map.of("externalId", "label-1"))));
        sent.put("geoLocation",
                Map.of("type", "Feature", "geometry", Map.of("type", "Point", "coordinates", List.of(10.5, 59.9))));
        JsonPath full = files.created(sent);
        sent.forEach((name, value) -> assertThat(full.<Object>get(name)).as(name).isEqualTo(asRead(value)));

        Map<String, Object> bare = files.created(Map.of("name", "bare")).getMap("$");
        assertThat(bare.keySet()).containsExactlyInAnyOrder(
                "id", "name", "uploaded", "createdTime", "lastUpdatedTime", "uploadUrl");
    }

    @Test
    void nullsAreAbsentAndUnknownMembersIgnored() {
        String body = "{\"name\":\"n\",\"directory\":null,\"metadata\":null,\"labels\":null,\"uploaded\":true,\"id\":5,"
                + "\"securityCategories\":[],\"whatever\":{}}";
        JsonPath file = files.created(body);
        assertThat(file.getBoolean("uploaded")).isFalse();
        assertThat(file.getLong("id")).isNotEqualTo(5);
        assertThat(file.getMap("$")).doesNotContainKeys("directory", "metadata", "labels", "securityCategories");
    }

    @Test
    void aBodyMayBeGzipAndThePathMayEndInASlash() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(zipped)) {
            out.write("{\"name\":\"zipped\"}".getBytes());
        }
        as(A).request()
                .header("Content-Encoding", "gzip")
                .contentType("application/json; charset=utf-8")
                .body(zipped.toByteArray())
                .post(files.url() + "/?overwrite=false")
                .then()
                .statusCode(201)
                .body("name", is("zipped"));
    }

    @Test
    void overwritingKeepsTheIdAndTheContentUntilTheNewOneIsThere() {
        String externalId = unique("ext");
        Payload old = Payloads.csv();
        Payload fresh = Payloads.csv();
        JsonPath first = files.created(Map.of(
                "name", "v1", "externalId", externalId, "metadata", Map.of("a", "1"), "assetIds", List.of(7), "source",
                "s"));
        CdfFiles.put(first.getString("uploadUrl"), old).expect(200);

        JsonPath second = files.overwrite(Map.of("name", "v2", "externalId", externalId, "metadata", Map.of("b", "2")))
                .then().statusCode(201).extract().jsonPath();
        long id = second.getLong("id");
        assertThat(id).isEqualTo(first.getLong("id"));
        assertThat(second.getBoolean("uploaded")).isTrue();
        assertThat(second.getString("name")).isEqualTo("v2");
        assertThat(second.getMap("metadata")).isEqualTo(Map.of("b", "2"));
        assertThat(second.getList("assetIds")).isEqualTo(List.of(7));
        assertThat(second.getString("source")).isEqualTo("s");
        assertThat(second.getLong("createdTime")).isEqualTo(first.getLong("createdTime"));
        files.assertContent(id, old);

        CdfFiles.put(second.getString("uploadUrl"), fresh).expect(200);
        files.assertContent(id, fresh);
    }

    @Test
    void overwriteOfAnUnusedExternalIdCreates() {
        files.overwrite(Map.of("name", "n", "externalId", unique("ext"))).then().statusCode(201);
        files.overwrite(Map.of("name", "n")).then().statusCode(201);
    }

    @Test
    void theLastCompletePutWins() {
        JsonPath file = files.created(Map.of("name", "again"));
        Payload last = Payloads.csv();
        CdfFiles.put(file.getString("uploadUrl"), Payloads.csv()).expect(200);
        CdfFiles.put(file.getString("uploadUrl"), last).expect(200);
        CdfFiles.put(file.getString("uploadUrl"), last).expect(200);
        files.assertContent(file.getLong("id"), last);
    }

    @ParameterizedTest
    @ValueSource(strings = {"VALID", "Bearer expired.or.garbage", "Basic YTpi"})
    void theLinkAloneIsTheRightWithAnyAuthorization(String authorization) {
        String value = authorization.equals("VALID") ? "Bearer " + Tokens.access(A) : authorization;
        Payload payload = Payloads.csv();
        JsonPath file = files.created(Map.of("name", "stray"));
        Transfer.send(Transfer.plain(file.getString("uploadUrl"))
                .header("Authorization", value)
                .header("X-Upload-Content-Type", "text/csv")
                .PUT(Transfer.body(payload)))
                .expect(200);
        String link = files.downloadUrl(file.getLong("id"));
        Transfer.assertContent(Transfer.plain(link).header("Authorization", value), payload);
    }

    @Test
    void contentMayComeInChunksAndMayBeEmpty() {
        Payload chunked = Payloads.binary(9_000_001);
        JsonPath file = files.created(Map.of("name", "chunked"));
        Transfer.send(Transfer.plain(file.getString("uploadUrl")).PUT(Transfer.chunked(chunked))).expect(200);
        files.assertContent(file.getLong("id"), chunked);
        files.assertContent(files.upload(Payloads.text("")), Payloads.text(""));
    }

    @Test
    void filesAreFoundByEveryIdentifierInTheOrderOfTheRequest() {
        String externalId = unique("ext");
        Payload payload = Payloads.csv();
        JsonPath named = files.created(Map.of("name", "named", "externalId", externalId));
        CdfFiles.put(named.getString("uploadUrl"), payload).expect(200);
        long other = files.upload(Payloads.csv());
        JsonPath found = files.byIds(externalId(externalId), id(other)).then().statusCode(200).extract().jsonPath();
        assertThat(found.getList("items.id", Long.class)).containsExactly(named.getLong("id"), other);

        JsonPath links =
                files.downloadLinks(externalId(externalId), id(other)).then().statusCode(200).extract().jsonPath();
        assertThat(links.getMap("items[0]").keySet()).containsExactlyInAnyOrder("externalId", "downloadUrl");
        assertThat(links.getMap("items[1]").keySet()).containsExactlyInAnyOrder("id", "downloadUrl");
        Transfer.assertContent(Transfer.plain(links.getString("items[0].downloadUrl")), payload);
    }

    @Test
    void unknownFilesAreSkippedOnRequest() {
        long known = files.upload(Payloads.csv());
        as(A).json(Map.of("items", List.of(id(known), id(1)), "ignoreUnknownIds", true)).post(files.url() + "/byids")
                .then().statusCode(200).body("items.size()", is(1)).body("items[0].id", is(known));
        as(A).json(Map.of("items", List.of())).post(files.url() + "/byids")
                .then().statusCode(200).body("items.size()", is(0));
    }

    @Test
    void theServiceAccountOfTheDemoClientMayUseTheProject() {
        RestAssured.given()
                .baseUri(Environment.url())
                .header("Authorization", "Bearer " + Tokens.ofClient())
                .contentType("application/json")
                .body("{\"name\":\"by a service\"}")
                .post(files.url())
                .then()
                .statusCode(201);
    }

    /** The same value as it looks after a journey through JSON. */
    private static Object asRead(Object value) {
        try {
            return JsonPath.from(new ObjectMapper().writeValueAsString(Map.of("x", value))).get("x");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
