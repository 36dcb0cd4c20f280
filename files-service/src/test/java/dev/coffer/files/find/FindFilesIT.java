package dev.coffer.files.find;

import static dev.coffer.files.http.Calls.FILES;
import static dev.coffer.files.http.Calls.ids;
import static dev.coffer.files.http.Calls.post;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.coffer.files.FilesServers;
import dev.coffer.files.file.FileKey;
import dev.coffer.files.file.InstanceId;
import dev.coffer.files.file.StoredFiles;
import dev.coffer.files.project.Project;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files by their identifiers, from what the rows say. */
@QuarkusTest
@QuarkusTestResource(FilesServers.class)
@TestSecurity(user = "u")
@OidcSecurity(claims = {
    @Claim(key = "sub", value = "u"),
    @Claim(key = "tenant", value = "acme"),
    @Claim(key = "projects", value = "alpha")
})
class FindFilesIT {
    private static final Project ALPHA = new Project("acme", "alpha");

    @Inject
    StoredFiles stored;

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
    @ValueSource(strings = {"0", "-1", "9007199254740992", "99999999999999999999"})
    void aBadIdIs400(String id) {
        given().get(FILES + "/" + id).then().statusCode(400)
                .body("error.message", equalTo("id must be from 1 to 9007199254740991"));
    }

    @Test
    void aReadWithAnOpenUploadAnswersFromTheRowWhileTheStoreIsAway() {
        FileKey key = stored.add(ALPHA, file -> file.uploadExpiresAt = Instant.now().plusSeconds(3600));
        given().get(FILES + "/" + key.id()).then().statusCode(200).body("uploaded", equalTo(false));
    }
}
