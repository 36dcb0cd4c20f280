package dev.coffer.acceptance.refusal;

import static dev.coffer.acceptance.content.Payloads.unique;
import static dev.coffer.acceptance.harness.CdfFiles.externalId;
import static dev.coffer.acceptance.harness.CdfFiles.id;
import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.Refusal.assertCdf;
import static dev.coffer.acceptance.harness.User.A;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.CdfFiles;
import dev.coffer.acceptance.harness.Client;
import io.restassured.path.json.JsonPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid requests to the CDF API: 400 lists what is missing, 409 what is duplicated, never 404 for a file. */
@Order(26)
class CdfRefusalsIT {
    private final CdfFiles files = as(A).cdf();

    static List<String> malformed() {
        return BadJson.malformed();
    }

    static List<String> noObjects() {
        return BadJson.noObjects();
    }

    static List<String> badTexts() {
        return BadJson.badTexts();
    }

    @ParameterizedTest
    @MethodSource({"malformed", "noObjects"})
    void aBodyThatIsNoJsonObjectIsRefused(String body) {
        for (String operation : List.of("", "/byids", "/downloadlink")) {
            assertCdf(as(A).json(body).post(files.url() + operation), 400);
        }
    }

    @ParameterizedTest
    @MethodSource("badTexts")
    void textsMustBeTexts(String value) {
        for (String field : List.of("name", "externalId", "directory", "source", "mimeType")) {
            Map<String, String> members = new LinkedHashMap<>(Map.of("name", "\"n\""));
            members.put(field, value);
            String body = members.entrySet().stream()
                    .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
                    .collect(Collectors.joining(",", "{", "}"));
            assertCdf(files.create(body), 400);
        }
    }

    static Stream<String> wrongFields() {
        String pairs = IntStream.range(0, 257).mapToObj(i -> "\"k" + i + "\":\"v\"").collect(Collectors.joining(","));
        String labels = IntStream.range(0, 11).mapToObj(i -> "{\"externalId\":\"l" + i + "\"}")
                .collect(Collectors.joining(","));
        String ids = IntStream.rangeClosed(1, 1001).mapToObj(String::valueOf).collect(Collectors.joining(","));
        return Stream.of(
                "\"directory\":\"no/slash\"", "\"directory\":\"/" + "x".repeat(512) + "\"",
                "\"externalId\":\"" + "x".repeat(256) + "\"", "\"source\":\"" + "x".repeat(129) + "\"",
                "\"mimeType\":\"" + "x".repeat(257) + "\"", "\"metadata\":[]", "\"metadata\":\"x\"",
                "\"metadata\":{\"k\":1}",
                "\"metadata\":{\"k\":{}}", "\"metadata\":{\"k\":\"\\u0000\"}", "\"metadata\":{\"\\ud800\":\"x\"}",
                "\"metadata\":{\"" + "k".repeat(129) + "\":\"v\"}",
                "\"metadata\":{\"k\":\"" + "v".repeat(10241) + "\"}",
                "\"metadata\":{\"" + "ä".repeat(65) + "\":\"v\"}", "\"metadata\":{" + pairs + "}",
                "\"metadata\":{\"a\":\"" + "v".repeat(6000) + "\",\"b\":\"" + "v".repeat(6000) + "\"}",
                "\"assetIds\":[]", "\"assetIds\":[0]", "\"assetIds\":[-1]", "\"assetIds\":[9007199254740992]",
                "\"assetIds\":[1.5]", "\"assetIds\":[\"1\"]", "\"assetIds\":5", "\"assetIds\":[" + ids + "]",
                "\"assetIds\":[99999999999999999999]", "\"dataSetId\":0", "\"dataSetId\":\"1\"",
                "\"dataSetId\":9007199254740992",
                "\"sourceCreatedTime\":-1", "\"sourceModifiedTime\":1.5", "\"sourceModifiedTime\":\"now\"",
                "\"securityCategories\":[1]", "\"securityCategories\":5", "\"labels\":[" + labels + "]",
                "\"labels\":[\"x\"]", "\"labels\":[{}]", "\"labels\":5",
                "\"labels\":[{\"externalId\":\"a\"},{\"externalId\":\"a\"}]",
                "\"geoLocation\":5", "\"geoLocation\":{}", "\"geoLocation\":{\"type\":\"Feature\"}",
                "\"geoLocation\":{\"type\":\"Point\",\"coordinates\":[1,2]}", geometry("Point", "[1]"),
                geometry("Point", "[1,2,3]"), geometry("Point", "[\"a\",2]"), geometry("LineString", "[[1,2]]"),
                geometry("Polygon", "[[[0,0],[1,1],[0,0]]]"), geometry("Polygon", "[[[0,0],[1,0],[1,1],[0,1]]]"),
                geometry("Circle", "[1,2]"), geometry("Point", "\"x\""), geometry("Point", "null"));
    }

    private static String geometry(String type, String coordinates) {
        return "\"geoLocation\":{\"type\":\"Feature\",\"geometry\":{\"type\":\"" + type + "\",\"coordinates\":"
                + coordinates + "}}";
    }

    @ParameterizedTest
    @MethodSource("wrongFields")
    void fieldsMustFit(String field) {
        assertCdf(files.create("{\"name\":\"n\"," + field + "}"), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"name\":null}", "{\"externalId\":\"x\"}", "{\"name\":\"\\u0000\"}"})
    void aNameIsNeeded(String body) {
        assertCdf(files.create(body), 400);
        assertCdf(files.create(Map.of("name", "x".repeat(257))), 400);
        assertCdf(files.create(Map.of("name", "")), 400);
        assertCdf(files.overwrite(Map.of("name", "")), 400);
        assertCdf(as(A).json("{\"name\":\"\"}").post(files.url() + "/initmultipartupload?parts=2"), 400);
        files.create(Map.of("name", "x".repeat(256))).then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"maybe", "1", "TRUE ", "null"})
    void overwriteIsTrueOrFalse(String value) {
        assertCdf(as(A).json("{\"name\":\"n\"}").post(files.url() + Client.query("overwrite", value)), 400);
    }

    @Test
    void anExternalIdIsTakenOnce() {
        String taken = unique("ext");
        files.created(Map.of("name", "first", "externalId", taken));
        JsonPath refused = assertCdf(files.create(Map.of("name", "second", "externalId", taken)), 409);
        assertThat(refused.getString("error.message")).isEqualTo("Duplicate external ids: " + taken);
        assertThat(refused.getList("error.duplicated")).isEqualTo(List.of(Map.of("externalId", taken)));
        files.byIds(externalId(taken)).then().statusCode(200).body("items[0].name", is("first"));
    }

    @Test
    void whatIsUnknownIsNamed() {
        long known = files.upload(Payloads.csv());
        JsonPath byId = assertCdf(files.byIds(id(known), id(1), id(2)), 400);
        assertThat(byId.getString("error.message")).isEqualTo("File ids not found: 1, 2");
        assertThat(byId.getList("error.missing")).isEqualTo(List.of(Map.of("id", 1), Map.of("id", 2)));
        JsonPath byName = assertCdf(files.byIds(externalId("no-a"), externalId("no-b")), 400);
        assertThat(byName.getString("error.message")).isEqualTo("Files ids not found: no-a, no-b");
        assertThat(byName.getList("error.missing")).hasSize(2);
        assertThat(assertCdf(files.downloadLinks(id(known), id(1)), 400).getList("error.missing")).hasSize(1);
        Map<String, Object> instance = Map.of("instanceId", Map.of("space", "s", "externalId", "x"));
        assertThat(assertCdf(files.byIds(instance), 400).getList("error.missing")).isEqualTo(List.of(instance));
    }

    @Test
    void whatIsAskedForTwiceIsNamed() {
        JsonPath twice = assertCdf(files.byIds(id(1), id(1)), 409);
        assertThat(twice.getString("error.message")).isEqualTo("Duplicate ids: 1");
        assertThat(twice.getList("error.duplicated")).isEqualTo(List.of(Map.of("id", 1)));
        assertThat(assertCdf(files.byIds(externalId("a"), externalId("a")), 409).getString("error.message"))
                .isEqualTo("Duplicate external ids: a");
    }

    @Test
    void thereIsNoLinkToContentThatHasNotArrived() {
        String name = unique("ext");
        long number = files.created(Map.of("name", "empty", "externalId", name)).getLong("id");
        JsonPath byId = assertCdf(files.downloadLinks(id(number)), 400);
        assertThat(byId.getString("error.message")).isEqualTo("Files not uploaded, ids: " + number);
        assertThat(byId.getList("error.missing")).isNull();
        assertThat(assertCdf(files.downloadLinks(externalId(name)), 400).getString("error.message"))
                .isEqualTo("Files not uploaded, externalIds: " + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{}", "{\"items\":null}", "{\"items\":5}", "{\"items\":{}}", "{\"items\":[5]}", "{\"items\":[{}]}",
        "{\"items\":[null]}",
        "{\"items\":[{\"id\":0}]}", "{\"items\":[{\"id\":-1}]}", "{\"items\":[{\"id\":\"1\"}]}",
        "{\"items\":[{\"id\":1.5}]}",
        "{\"items\":[{\"id\":9007199254740992}]}", "{\"items\":[{\"id\":99999999999999999999}]}",
        "{\"items\":[{\"id\":1,\"externalId\":\"x\"}]}", "{\"items\":[{\"externalId\":\"a\\u0000\"}]}",
        "{\"items\":[{\"externalId\":5}]}", "{\"items\":[{\"instanceId\":\"x\"}]}", "{\"items\":[{\"instanceId\":{}}]}"
    })
    void identifiersMustBeOnes(String body) {
        assertCdf(as(A).json(body).post(files.url() + "/byids"), 400);
        assertCdf(as(A).json(body).post(files.url() + "/downloadlink"), 400);
    }

    @Test
    void tooManyItemsAreRefused() {
        assertCdf(files.byIds(ids(1001)), 400);
        assertCdf(files.downloadLinks(ids(101)), 400);
    }

    @Test
    void anUnknownRouteIsNotFound() {
        assertCdf(as(A).request().get("/api/v1/projects/" + A.project() + "/nothing/here"), 404);
        assertCdf(as(A).request().get("/api/v1/nothing"), 404);
        assertCdf(as(A).request().delete(files.url()), 405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-mine", "%00", "..", "%2e%2e", "a%2Fb", "x", "%ff"})
    void aProjectThatIsNotTheCallersIsForbidden(String project) {
        int status = as(A).json("{\"name\":\"n\"}").post("/api/v1/projects/" + project + "/files").statusCode();
        assertThat(status).as(project).isIn(project.equals("not-mine") || project.equals("x") ? 403 : 400, 403, 404);
    }

    @Test
    void aHugeBodyIsRefused() {
        assertCdf(files.create(Map.of("name", "n", "metadata", Map.of("k", "x".repeat(20 << 20)))), 413);
    }

    @Test
    void brokenGzipIsRefused() {
        for (String body : List.of("no gzip", "")) {
            assertCdf(as(A).request().header("Content-Encoding", "gzip").contentType("application/json")
                    .body(body.getBytes()).post(files.url()), 400);
        }
    }

    private static Object[] ids(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> id(i)).toArray();
    }
}
