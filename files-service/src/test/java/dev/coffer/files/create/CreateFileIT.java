package dev.coffer.files.create;

import static dev.coffer.files.http.Calls.FILES;
import static dev.coffer.files.http.Calls.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anything;
import static org.hamcrest.Matchers.equalTo;

import dev.coffer.files.FilesServers;
import dev.coffer.files.Rows;
import dev.coffer.files.file.StoredFiles;
import dev.coffer.files.project.Project;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The refusals of the create call; blob-service is away, so nothing is created. */
@QuarkusTest
@QuarkusTestResource(FilesServers.class)
@TestSecurity(user = "u")
@OidcSecurity(claims = {
    @Claim(key = "sub", value = "u"),
    @Claim(key = "tenant", value = "acme"),
    @Claim(key = "projects", value = "alpha")
})
class CreateFileIT {
    private static final Project ALPHA = new Project("acme", "alpha");

    @Inject
    StoredFiles stored;

    @Inject
    Rows rows;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | Request body must be valid JSON.",
                "'' | Request body must be a JSON object; it is empty.",
                "[] | body must be a JSON object",
                "null | body must be a JSON object",
                "{} | name is required: a text of 1 to 256 characters",
                "{\"name\":\"\"} | name is required: a text of 1 to 256 characters",
                "{\"name\":7} | name must be a string",
                "{\"name\":\"a\",\"metadata\":{\"k\":1}} | metadata.k must be a string",
                "{\"name\":\"a\",\"assetIds\":[\"1\"]} | assetIds[0] must be a whole number",
                "{\"name\":\"a\",\"dataSetId\":1.5} | dataSetId must be a whole number",
                "{\"name\":\"a\",\"dataSetId\":9223372036854775808} | dataSetId is a number out of range",
                "{\"name\":\"a\",\"labels\":[\"b\"]} | labels[0] must be a JSON object",
                "{\"name\":\"a\",\"geoLocation\":7} | geoLocation must be a JSON object",
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
}
