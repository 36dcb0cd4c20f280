package dev.coffer.files.label;

import static dev.coffer.files.http.Calls.FILES;
import static dev.coffer.files.http.Calls.post;
import static org.hamcrest.Matchers.equalTo;

import dev.coffer.files.FilesServers;
import dev.coffer.files.file.FileKey;
import dev.coffer.files.file.StoredFiles;
import dev.coffer.files.http.OperatorSettings;
import dev.coffer.files.project.Project;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Where the operator wants it, files carry only labels that are defined. */
@QuarkusTest
@TestProfile(OperatorSettings.class)
@QuarkusTestResource(FilesServers.class)
@TestSecurity(user = "u")
@OidcSecurity(claims = {
    @Claim(key = "sub", value = "u"),
    @Claim(key = "tenant", value = "acme"),
    @Claim(key = "projects", value = "alpha"),
    @Claim(key = "scope", value = "files:read files:write")
})
class StrictLabelsIT {
    @Inject
    StoredFiles stored;

    @Test
    void anUndefinedLabelIsMissing() {
        post(FILES, "{\"name\":\"a\",\"labels\":[{\"externalId\":\"x\"}]}").then().statusCode(400)
                .body("error.missing[0].externalId", equalTo("x"));
        FileKey key = stored.add(new Project("acme", "alpha"), file -> {});
        String update =
                "{\"items\":[{\"id\":" + key.id() + ",\"update\":{\"labels\":{\"add\":[{\"externalId\":\"x\"}]}}}]}";
        post(FILES + "/update", update).then().statusCode(400).body("error.missing[0].externalId", equalTo("x"));
        post("/api/v1/projects/alpha/labels", "{\"items\":[{\"externalId\":\"x\",\"name\":\"X\"}]}").then()
                .statusCode(201);
        post(FILES + "/update", update).then().statusCode(200).body("items[0].labels[0].externalId", equalTo("x"));
        post("/api/v1/projects/alpha/labels/delete", "{\"items\":[{\"externalId\":\"x\"}]}").then().statusCode(200);
        post(FILES + "/update", update.replace("add", "remove")).then().statusCode(200);
    }
}
