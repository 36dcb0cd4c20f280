package dev.coffer.files.download;

import static dev.coffer.files.http.Calls.FILES;
import static dev.coffer.files.http.Calls.ids;
import static dev.coffer.files.http.Calls.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.coffer.files.FilesServers;
import dev.coffer.files.file.FileContent;
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
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Links to content, and the files that have none. */
@QuarkusTest
@QuarkusTestResource(FilesServers.class)
@TestSecurity(user = "u")
@OidcSecurity(claims = {
    @Claim(key = "sub", value = "u"),
    @Claim(key = "tenant", value = "acme"),
    @Claim(key = "projects", value = "alpha")
})
class DownloadLinkIT {
    private static final Project ALPHA = new Project("acme", "alpha");

    @Inject
    StoredFiles stored;

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
                        "items[0].downloadUrl", startsWith("http://localhost:8080/blob/files/"));
        post(FILES + "/downloadlink?extendedExpiration=true", "{\"items\":[{\"id\":%d}]}".formatted(key.id()))
                .then().statusCode(200).body("items[0].id", equalTo(key.id()));
    }

    @ParameterizedTest
    @CsvSource({"text/html, application/octet-stream", "image/svg+xml, application/octet-stream", "text/csv, text/csv",
        "image/png, image/png", "txt, application/octet-stream"})
    void whatABrowserWouldRunIsBytesToIt(String mimeType, String said) {
        FileKey key = stored.add(ALPHA, file -> {
            file.mimeType = mimeType;
            file.content = new FileContent(UUID.randomUUID(), 1L, 5L, null, null, Instant.EPOCH);
        });
        String url = post(FILES + "/downloadlink", "{\"items\":[{\"id\":%d}]}".formatted(key.id()))
                .path("items[0].downloadUrl");
        String token = url.substring(url.lastIndexOf('/') + 1);
        assertThat(new String(Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.')))))
                .contains("\"t\":\"" + said + "\"", "\"d\":\"attachment;");
    }

    @Test
    void downloadLinksAreForAtMostAHundred() {
        post(FILES + "/downloadlink", "{\"items\":" + ids(101) + "}").then().statusCode(400)
                .body("error.message", equalTo("items must be a list of 0 to 100 identifiers"));
        post(FILES + "/downloadlink", "{\"items\":" + ids(100) + "}").then().statusCode(400)
                .body("error.message", startsWith("File ids not found: 1, 2, 3"));
    }
}
