package dev.coffer.files.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anything;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.coffer.files.FilesServers;
import dev.coffer.files.Rows;
import dev.coffer.files.file.FileContent;
import dev.coffer.files.file.FileKey;
import dev.coffer.files.file.InstanceId;
import dev.coffer.files.file.StoredFiles;
import dev.coffer.files.project.Project;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The API as far as it goes without blob-service: rights, refusals and reads of what the rows say. */
@QuarkusTest
@QuarkusTestResource(FilesServers.class)
@TestSecurity(user = "u")
@OidcSecurity(claims = {@Claim(key = "tenant", value = "acme"), @Claim(key = "projects", value = "alpha")})
class FilesHttpIT {
    private static final String FILES = "/api/v1/projects/alpha/files";
    private static final Project ALPHA = new Project("acme", "alpha");

    @Inject
    StoredFiles stored;

    @Inject
    Rows rows;

    @Test
    @TestSecurity
    void withoutATokenItIs401AndNoRedirect() {
        post(FILES, "{}").then().statusCode(401)
                .header("Location", nullValue())
                .header("x-request-id", matchesPattern("[0-9a-f-]{36}"))
                .contentType(matchesPattern("application/json.*"))
                .body("error.code", equalTo(401), "error.message", startsWith("Unauthorized"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/byids", "/downloadlink"})
    void aProjectThatTheTokenDoesNotNameIs403(String path) {
        post("/api/v1/projects/beta/files" + path, "{}").then().statusCode(403)
                .body("error.code", equalTo(403),
                        "error.message", equalTo("The token gives no access to this project."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/nothing", "/api/v1/projects/alpha/folders", FILES + "/a/b"})
    void anUnknownRouteIs404InTheShapeOfTheApi(String path) {
        given().get(path).then().statusCode(404).body("error.code", equalTo(404));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | Request body must be valid JSON.",
                "'' | Request body must be a JSON object of the documented shape.",
                "[] | Request body must be a JSON object of the documented shape.",
                "null | body must be a JSON object",
                "{} | name is required: a text of at most 256 characters",
                "{\"name\":7} | name has the wrong type",
                "{\"name\":\"a\",\"metadata\":{\"k\":1}} | metadata.k has the wrong type",
                "{\"name\":\"a\",\"assetIds\":[\"1\"]} | assetIds.[0] has the wrong type",
                "{\"name\":\"a\",\"dataSetId\":1.5} | dataSetId has the wrong type",
                "{\"name\":\"a\",\"dataSetId\":9223372036854775808} | dataSetId has the wrong type",
                "{\"name\":\"a\",\"labels\":[\"b\"]} | labels.[0] has the wrong type",
                "{\"name\":\"a\",\"geoLocation\":7} | geoLocation has the wrong type",
                "{\"name\":\"a\",\"directory\":\"b\"} | directory must be an absolute path that starts with /"
            })
    void aBadBodyIs400AndSaysWhy(String body, String message) {
        post(FILES, body).then().statusCode(400).body("error.code", equalTo(400), "error.message", equalTo(message));
    }

    @Test
    void overwriteIsTrueOrFalse() {
        post(FILES + "?overwrite=yes", "{\"name\":\"a\"}").then().statusCode(400)
                .body("error.message", equalTo("overwrite must be true or false"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "?overwrite=false", "/?overwrite=false"})
    void anExternalIdInUseIs409(String path) {
        String externalId = UUID.randomUUID().toString();
        stored.add(ALPHA, externalId);
        post(FILES + path, "{\"name\":\"a\",\"externalId\":\"" + externalId + "\"}").then().statusCode(409)
                .body("error.code", equalTo(409),
                        "error.message", equalTo("Duplicate external ids: " + externalId),
                        "error.duplicated[0].externalId", equalTo(externalId),
                        "error.duplicated.size()", equalTo(1));
    }

    @Test
    void withoutTheStoreNothingIsCreated() {
        String name = UUID.randomUUID().toString();
        post(FILES, "{\"name\":\"" + name + "\"}").then().statusCode(503)
                .header("Retry-After", anything()).body("error.code", equalTo(503));
        assertThat(rows.count("select count(*) from file where name = ?", name))
                .isZero();
    }

    @Test
    void byIdsAnswersInTheOrderOfTheRequest() {
        FileKey one = stored.add(ALPHA, "e" + UUID.randomUUID());
        FileKey two = stored.add(ALPHA, "e" + UUID.randomUUID());
        InstanceId instance = new InstanceId("space", UUID.randomUUID().toString());
        FileKey three = stored.add(ALPHA, file -> file.instanceId = instance);
        String externalId = stored.get(two).externalId;
        post(FILES + "/byids", """
                {"items":[{"externalId":"%s"},{"id":%d},{"instanceId":{"space":"space","externalId":"%s"}}]}"""
                .formatted(externalId, one.id(), instance.externalId())).then().statusCode(200)
                .body("items.id", equalTo(List.of(two.id(), one.id(), three.id())),
                        "items[0].uploaded", equalTo(false),
                        "items[0].createdTime", equalTo(1),
                        "items[0].lastUpdatedTime", equalTo(2),
                        "items[2].instanceId.space", equalTo("space"));
    }

    @Test
    void unknownFilesAreMissingOrLeftOut() {
        FileKey known = stored.add(ALPHA, "e" + UUID.randomUUID());
        FileKey foreign = stored.add(new Project("acme", "beta"), "foreign");
        FileKey otherTenant = stored.add(new Project("globex", "alpha"), "foreign");
        String items = "\"items\":[{\"id\":%d},{\"id\":%d},{\"id\":%d}]"
                .formatted(foreign.id(), known.id(), otherTenant.id());
        post(FILES + "/byids", "{" + items + "}").then().statusCode(400)
                .body("error.message", equalTo("File ids not found: " + foreign.id() + ", " + otherTenant.id()),
                        "error.missing.id", equalTo(List.of(foreign.id(), otherTenant.id())));
        post(FILES + "/byids", "{" + items + ",\"ignoreUnknownIds\":true}").then().statusCode(200)
                .body("items.id", equalTo(List.of(known.id())));
        post(FILES + "/byids", "{\"items\":[{\"externalId\":\"foreign\"}]}").then().statusCode(400)
                .body("error.message", equalTo("Files ids not found: foreign"),
                        "error.missing[0].externalId", equalTo("foreign"));
        post(FILES + "/byids", "{\"items\":[{\"instanceId\":{\"space\":\"s\",\"externalId\":\"e\"}}]}").then()
                .statusCode(400)
                .body("error.missing[0].instanceId.externalId", equalTo("e"));
    }

    @Test
    void jsonNamesNoCharset() {
        post(FILES + "/byids", "{\"items\":[]}").then().statusCode(200)
                .header("Content-Type", "application/json").header("Vary", "Accept-Encoding");
        post(FILES + "/byids", "{").then().statusCode(400)
                .header("Content-Type", "application/json").header("Vary", "Accept-Encoding");
    }

    @Test
    void byIdsTakesAThousandAndNoneAtAll() {
        post(FILES + "/byids", "{\"items\":[]}").then().statusCode(200).body("items.size()", equalTo(0));
        post(FILES + "/byids", "{\"items\":" + ids(1000) + ",\"ignoreUnknownIds\":true}").then().statusCode(200);
        post(FILES + "/byids", "{\"items\":" + ids(1001) + ",\"ignoreUnknownIds\":true}").then().statusCode(400)
                .body("error.message", equalTo("items must be a list of 0 to 1000 identifiers"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/byids", "/byids/", "/downloadlink", "/downloadlink/"})
    void duplicatesAre409EvenIfUnknown(String path) {
        post(FILES + path, "{\"items\":[{\"id\":1},{\"id\":1}]}").then().statusCode(409)
                .body("error.message", equalTo("Duplicate ids: 1"), "error.duplicated[0].id", equalTo(1));
    }

    @Test
    void aGzippedBodyIsUnderstood() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write("{\"items\":[]}".getBytes());
        }
        given().header("Content-Encoding", "gzip").contentType("application/json").body(zipped.toByteArray())
                .post(FILES + "/byids").then().statusCode(200);
        given().header("Content-Encoding", "gzip").contentType("application/json").body("{}".getBytes())
                .post(FILES + "/byids").then().statusCode(400);
    }

    @Test
    void oneFileComesFlat() {
        FileKey key = stored.add(ALPHA, "e" + UUID.randomUUID());
        given().get(FILES + "/" + key.id()).then().statusCode(200).body("id", equalTo(key.id()));
        given().get(FILES + "/5").then().statusCode(400).body("error.missing[0].id", equalTo(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "9007199254740992", "99999999999999999999", "abc"})
    void aBadIdIs400(String id) {
        given().get(FILES + "/" + id).then().statusCode(400)
                .body("error.message", equalTo("id must be from 1 to 9007199254740991"));
    }

    @Test
    void aFileWithoutContentHasNoDownloadLink() {
        FileKey key = stored.add(ALPHA, "e" + UUID.randomUUID());
        String externalId = stored.get(key).externalId;
        post(FILES + "/downloadlink", "{\"items\":[{\"id\":%d}]}".formatted(key.id())).then().statusCode(400)
                .body("error.message", equalTo("Files not uploaded, ids: " + key.id()),
                        "error.missing", nullValue());
        post(FILES + "/downloadlink", "{\"items\":[{\"externalId\":\"%s\"}]}".formatted(externalId)).then()
                .statusCode(400)
                .body("error.message", equalTo("Files not uploaded, externalIds: " + externalId));
        post(FILES + "/downloadlink", "{\"items\":[{\"id\":5}]}").then().statusCode(400)
                .body("error.message", equalTo("File ids not found: 5"), "error.missing[0].id", equalTo(5));
    }

    @Test
    void aDownloadLinkEchoesTheIdentifierThatWasUsed() {
        FileKey key = stored.add(ALPHA, file -> {
            file.externalId = "e" + UUID.randomUUID();
            file.content = new FileContent(UUID.randomUUID(), 1L, 5L, null, null, Instant.EPOCH);
        });
        String externalId = stored.get(key).externalId;
        post(FILES + "/downloadlink", "{\"items\":[{\"externalId\":\"%s\"}]}".formatted(externalId)).then()
                .statusCode(200)
                .body("items[0].keySet()", equalTo(Set.of("externalId", "downloadUrl")),
                        "items[0].downloadUrl", startsWith("http://localhost:8080/blob/downloads/"));
        post(FILES + "/downloadlink?extendedExpiration=true", "{\"items\":[{\"id\":%d}]}".formatted(key.id()))
                .then().statusCode(200).body("items[0].id", equalTo(key.id()));
    }

    @Test
    void downloadLinksAreForOneToAHundred() {
        post(FILES + "/downloadlink", "{\"items\":" + ids(101) + "}").then().statusCode(400)
                .body("error.message", equalTo("items must be a list of 1 to 100 identifiers"));
        post(FILES + "/downloadlink", "{\"items\":[]}").then().statusCode(400);
        post(FILES + "/downloadlink", "{\"items\":" + ids(100) + "}").then().statusCode(400)
                .body("error.message", startsWith("File ids not found: 1, 2, 3"));
    }

    @Test
    void aReadWithAnOpenUploadAnswersFromTheRowWhileTheStoreIsAway() {
        FileKey key = stored.add(ALPHA, file -> file.uploadExpiresAt = Instant.now().plusSeconds(3600));
        given().get(FILES + "/" + key.id()).then().statusCode(200).body("uploaded", equalTo(false));
    }

    @Test
    @TestSecurity
    void aBrowserMayAskBeforeItHasAToken() {
        given().header("Origin", "https://app.example").header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type,cdf-version,x-cdp-app,x-cdp-sdk")
                .options(FILES).then().statusCode(200)
                .header("Access-Control-Allow-Origin", not(nullValue()))
                .header("Access-Control-Allow-Methods", matchesPattern(".*POST.*"))
                .header("Access-Control-Allow-Headers", matchesPattern("(?i).*cdf-version.*"));
    }

    @Test
    void anUnexpectedErrorIs500InTheShapeOfTheApiAndTellsOnlyTheRequestId() {
        rows.execute("alter table file rename to file_away");
        try {
            Response answer = post(FILES + "/byids", "{\"items\":[{\"id\":1}]}");
            answer.then().statusCode(500)
                    .header("x-request-id", matchesPattern("[0-9a-f-]{36}"))
                    .body("error.code", equalTo(500), "error.message", equalTo("Unexpected server error."),
                            "error.size()", equalTo(2));
        } finally {
            rows.execute("alter table file_away rename to file");
        }
    }

    @Test
    void theOpenApiDocumentIsServed() {
        given().accept("application/json").get("/openapi/files.json").then().statusCode(200)
                .body("paths.keySet()", hasItems("/api/v1/projects/{project}/files"),
                        "paths['/api/v1/projects/{project}/files'].post.operationId", equalTo("initFileUpload"),
                        "paths['/api/v1/projects/{project}/files'].post.responses.keySet()",
                        hasItems("201", "400", "401", "403", "409", "500", "503"),
                        "components.schemas.Error.properties.error.required", hasItems("code", "message"),
                        "components.schemas.InternalId.maximum", equalTo(9007199254740991L),
                        "components.schemas.CreatedFile.required", hasItems("id", "name", "uploaded", "createdTime",
                                "lastUpdatedTime", "uploadUrl"));
        given().get("/openapi/files").then().statusCode(200);
        given().get("/docs/").then().statusCode(200);
    }

    private static Response post(String path, String body) {
        RequestSpecification request = given().urlEncodingEnabled(false).contentType("application/json").body(body);
        return request.post(path);
    }

    private static String ids(int count) {
        return LongStream.rangeClosed(1, count).mapToObj(id -> "{\"id\":" + id + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
