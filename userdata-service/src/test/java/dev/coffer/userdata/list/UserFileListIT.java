package dev.coffer.userdata.list;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.startsWith;

import dev.coffer.common.identity.Owner;
import dev.coffer.userdata.UserdataServers;
import dev.coffer.userdata.file.Saves;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(UserdataServers.class)
@TestSecurity(user = "lea")
@OidcSecurity(claims = {
    @Claim(key = "sub", value = "lea"),
    @Claim(key = "tenant", value = "acme"),
    @Claim(key = "workspaces", value = "gallery")
})
class UserFileListIT {
    private static final Owner LEA = Owner.user("acme", "lea");

    @Inject
    Saves saves;

    @BeforeEach
    void someFiles() {
        Stream.of("workflows/b.json", "workflows/a b.json", "workflows/sub/é😀.json", "workflows/.index.json",
                "workflows/.git/x", "workflows-2/c.json", "workflows0/d.json", "user.css")
                .forEach(path -> saves.save(LEA, path));
        saves.save(Owner.workspace("acme", "gallery"), "workflows/theirs.json");
        saves.save(Owner.user("globex", "lea"), "workflows/foreign.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"workflows", "workflows/", "workflows%2F", "./workflows/../workflows//", "workflows%252F"})
    void theFrontEndsQueryGivesObjectsRelativeToTheFolder(String dir) {
        list("/api/userdata?dir=" + dir + "&recurse=true&split=false&full_info=true", 200)
                .body("path", contains("a b.json", "b.json", "sub/é😀.json"))
                .body("[0].size", equalTo(5))
                .body("[0].modified", instanceOf(Long.class), "[0].created", instanceOf(Long.class));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/userdata?dir=%ff, dir", "/api/userdata?recurse=true&dir=a%2Fb%C3, dir",
        "/api/v2/userdata?path=%c0%80, path",
        "/api/v2/userdata?dir=%ed%a0%80, dir", "/api/v2/userdata/versions?path=a%E9, path",
        "/userdata?dir=.&%FF=x, The name"
    })
    void aQueryThatIsNoUtf8IsRefusedAndNotGuessedAt(String path, String parameter) {
        given().urlEncodingEnabled(false).get(path).then().statusCode(400)
                .body(startsWith(parameter)).body(containsString("UTF-8"));
    }

    @Test
    void withoutRecurseFoldersAreLeftOut() {
        list("/api/userdata?dir=workflows", 200).body("path", contains("a b.json", "b.json"));
        list("/api/userdata?dir=workflows&recurse=yes", 200).body("path", hasSize(2));
        list("/api/userdata?dir=workflows&recurse=TRUE", 200).body("path", hasSize(3));
        list("/api/userdata?dir=workflows/sub", 200).body("path", contains("é😀.json"));
    }

    @Test
    void namesAndSegmentsWhereTheyAreAskedFor() {
        list("/userdata?dir=workflows&recurse=true&full_info=false", 200)
                .body("$", contains("a b.json", "b.json", "sub/é😀.json"));
        list("/userdata?dir=workflows&recurse=true&split=true", 200)
                .body("[2]", contains("sub/é😀.json", "sub", "é😀.json"));
    }

    @Test
    void aDotIsTheRootAndOtherFoldersMayStartAlike() {
        list("/api/userdata?dir=.&recurse=true&full_info=false", 200).body("$",
                contains("user.css", "workflows-2/c.json",
                        "workflows/a b.json", "workflows/b.json", "workflows/sub/é😀.json", "workflows0/d.json"));
        list("/api/userdata?dir=.&full_info=false", 200).body("$", contains("user.css"));
    }

    @Test
    void hiddenFilesAreThereForThoseWhoKnowThem() {
        list("/api/userdata?dir=workflows/.git&full_info=false", 200).body("$", contains("x"));
        given().head("/api/userdata/workflows/.index.json").then().statusCode(200);
    }

    @Test
    void aFileIsAnEmptyFolder() {
        list("/api/userdata?dir=user.css", 200).body("$", empty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/api/userdata | 400 | Directory not provided",
        "/userdata?dir= | 400 | Directory not provided",
        "/api/userdata?dir=subgraphs | 404 | Directory not found",
        "/api/userdata?dir=WORKFLOWS | 404 | Directory not found",
        "/api/userdata?dir=work | 404 | Directory not found",
        "/api/userdata?dir=workflows%25 | 404 | Directory not found",
        "/api/userdata?dir=.. | 403 | Invalid directory",
        "/api/userdata?dir=/etc | 403 | Invalid directory",
        "/api/userdata?dir=a%2F..%2F.. | 403 | Invalid directory",
        "/api/userdata?dir=%252e%252e%252f | 403 | Invalid directory",
        "/api/userdata?dir=a%00b | 400 | A path must not contain control characters.",
        "/api/v2/userdata?path=.. | 400 | Invalid path requested",
        "/api/v2/userdata?path=nothing | 404 | Requested path not found",
        "/v2/userdata?path=user.css | 400 | Requested path is not a directory",
        "/v2/userdata?dir=user.css | 400 | Requested path is not a directory"
    })
    void refusalsAreSentences(String path, int status, String sentence) {
        list(path, status).contentType(equalTo("text/plain;charset=UTF-8")).body(equalTo(sentence));
    }

    @Test
    void theTreeHasFoldersAndHiddenFiles() {
        list("/api/v2/userdata?path=workflows", 200)
                .body("path", contains("workflows/.git", "workflows/sub", "workflows/.index.json", "workflows/a b.json",
                        "workflows/b.json", "workflows/.git/x", "workflows/sub/é😀.json"))
                .body("findAll { it.type == 'directory' }.size", contains(null, null))
                .body("[2].name", equalTo(".index.json"), "[2].size", equalTo(5));
        list("/v2/userdata?dir=workflows/sub", 200).body("path", contains("workflows/sub/é😀.json"));
        list("/v2/userdata", 200).body("path", hasSize(13));
    }

    @Test
    void anotherWorkspaceIsAnotherTree() {
        given().header("X-Comfy-Workspace-ID", "gallery").get("/api/userdata?dir=workflows&full_info=false").then()
                .statusCode(200).body("$", contains("theirs.json"));
        given().header("X-Comfy-Workspace-ID", "lab").get("/api/userdata?dir=workflows").then().statusCode(403);
        given().header("X-Comfy-Workspace-ID", "lab").get("/api/v2/userdata").then().statusCode(403);
    }

    @Test
    @TestSecurity
    void withoutCredentialsItIs401() {
        List.of("/api/userdata?dir=a", "/userdata?dir=a", "/api/v2/userdata", "/v2/userdata")
                .forEach(path -> list(path, 401).contentType(equalTo("text/plain;charset=UTF-8")));
    }

    private static ValidatableResponse list(String path, int status) {
        return given().urlEncodingEnabled(false).get(path).then().statusCode(status);
    }
}
