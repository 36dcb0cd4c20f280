package dev.coffer.files.upload;

import static dev.coffer.files.http.Calls.FILES;
import static dev.coffer.files.http.Calls.post;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.coffer.files.FilesServers;
import dev.coffer.files.file.FileKey;
import dev.coffer.files.file.StoredFiles;
import dev.coffer.files.project.Project;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The refusals of upload links and of uploads in parts; blob-service is away, so none is opened. */
@QuarkusTest
@QuarkusTestResource(FilesServers.class)
@TestSecurity(user = "u")
@OidcSecurity(claims = {
    @Claim(key = "sub", value = "u"),
    @Claim(key = "tenant", value = "acme"),
    @Claim(key = "projects", value = "alpha")
})
class UploadsIT {
    private static final Project ALPHA = new Project("acme", "alpha");

    @Inject
    StoredFiles stored;

    @ParameterizedTest
    @ValueSource(strings = {"", "?parts=", "?parts=0", "?parts=251", "?parts=-1", "?parts=1.5", "?parts=a",
        "?parts=99999999999"})
    void partsAreOneTo250(String query) {
        post(FILES + "/initmultipartupload" + query, "{\"name\":\"a\"}").then().statusCode(400)
                .body("error.message", equalTo("parts is required: a number from 1 to 250"));
        post(FILES + "/multiuploadlink" + query, "{\"items\":[{\"id\":1}]}").then().statusCode(400)
                .body("error.message", equalTo("parts is required: a number from 1 to 250"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/initmultipartupload?parts=1", "/initmultipartupload/?parts=250&overwrite=true"})
    void withoutTheStoreNothingIsOpened(String path) {
        post(FILES + path, "{\"name\":\"a\"}").then().statusCode(503);
        post(FILES + path, "{}").then().statusCode(400).body("error.message", startsWith("name is required"));
        FileKey key = stored.add(ALPHA, file -> {});
        post(FILES + "/uploadlink", "{\"items\":[{\"id\":" + key.id() + "}]}").then().statusCode(503);
    }

    @Test
    void anExternalIdInUseIs409() {
        String externalId = UUID.randomUUID().toString();
        stored.add(ALPHA, externalId);
        post(FILES + "/initmultipartupload?parts=1", "{\"name\":\"a\",\"externalId\":\"" + externalId + "\"}").then()
                .statusCode(409).body("error.duplicated[0].externalId", equalTo(externalId));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/uploadlink", "/multiuploadlink?parts=2"})
    void aLinkIsForOneFileThatIsThere(String path) {
        post(FILES + path, "{\"items\":[{\"externalId\":\"no\"}]}").then().statusCode(400)
                .body("error.missing[0].externalId", equalTo("no"));
        post(FILES + path, "{\"items\":[{\"instanceId\":{\"space\":\"s\",\"externalId\":\"no\"}}]}").then()
                .statusCode(400)
                .body("error.missing[0].instanceId.externalId", equalTo("no"));
        post(FILES + path, "{\"items\":[]}").then().statusCode(400);
        post(FILES + path, "{\"items\":[{\"id\":1},{\"id\":2}]}").then().statusCode(400)
                .body("error.message", equalTo("items must be a list of 1 to 1 identifiers"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{} | body must have exactly one of id, externalId and instanceId",
                "{\"id\":1,\"externalId\":\"a\",\"uploadId\":\"x\"} | body must have exactly one of id, externalId and instanceId",
                "{\"id\":1} | uploadId is required",
                "{\"id\":0,\"uploadId\":\"x\"} | body.id must be from 1 to 9007199254740991",
                "{\"id\":1,\"uploadId\":\"x\"} | File ids not found: 1",
                "{\"id\":1,\"uploadId\":7} | uploadId must be a string"
            })
    void aBadCompletionIs400(String body, String message) {
        post(FILES + "/completemultipartupload", body).then().statusCode(400).body("error.message", equalTo(message));
    }

    @Test
    void anUploadOfAnotherFileIsUnknown() {
        FileKey one = stored.add(ALPHA, file -> {});
        FileKey other = stored.add(ALPHA, file -> {});
        UUID upload = stored.open(other, Instant.now().plusSeconds(60));
        for (String id : new String[] {"x", UUID.randomUUID().toString(), upload.toString()}) {
            post(FILES + "/completemultipartupload", "{\"id\":" + one.id() + ",\"uploadId\":\"" + id + "\"}").then()
                    .statusCode(400)
                    .body("error.message", equalTo("uploadId is not that of an open upload of this file."));
        }
        post(FILES + "/completemultipartupload", "{\"id\":" + other.id() + ",\"uploadId\":\"" + upload + "\"}").then()
                .statusCode(503);
    }
}
