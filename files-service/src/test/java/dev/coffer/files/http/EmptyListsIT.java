package dev.coffer.files.http;

import static dev.coffer.files.http.Calls.FILES;
import static dev.coffer.files.http.Calls.post;
import static org.hamcrest.Matchers.equalTo;

import dev.coffer.files.FilesServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JS SDK sends an empty list of items where its user gives it one. */
@QuarkusTest
@QuarkusTestResource(FilesServers.class)
@TestSecurity(user = "u")
@OidcSecurity(claims = {
    @Claim(key = "sub", value = "u"),
    @Claim(key = "tenant", value = "acme"),
    @Claim(key = "projects", value = "alpha")
})
class EmptyListsIT {
    private static final String PROJECT = "/api/v1/projects/alpha";
    private static final String NOTHING = "{\"items\":[]}";

    @ParameterizedTest
    @CsvSource({
        "/files/byids,200", "/files/update,200", "/files/downloadlink,200", "/labels,201", "/labels/byids,200",
        "/datasets,200", "/datasets/byids,200", "/datasets/update,200"
    })
    void whatIsAskedOfNothingHasAnEmptyAnswer(String path, int status) {
        post(PROJECT + path, NOTHING).then().statusCode(status).body("$", equalTo(Map.of("items", List.of())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/files/delete", "/labels/delete"})
    void deletingNothingSucceeds(String path) {
        post(PROJECT + path, NOTHING).then().statusCode(200).body("$", equalTo(Map.of()));
        post(PROJECT + path, "{\"items\":[],\"ignoreUnknownIds\":true}").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/uploadlink", "/multiuploadlink?parts=1"})
    void anUploadLinkIsForOneFile(String path) {
        post(FILES + path, NOTHING).then().statusCode(400)
                .body("error.message", equalTo("items must be a list of 1 to 1 identifiers"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/files/byids", "/files/update", "/files/delete", "/files/downloadlink", "/labels", "/labels/byids",
        "/labels/delete",
        "/datasets", "/datasets/byids", "/datasets/update"
    })
    void aListThatIsMissingIs400(String path) {
        post(PROJECT + path, "{}").then().statusCode(400);
        post(PROJECT + path, "{\"items\":null}").then().statusCode(400);
    }
}
