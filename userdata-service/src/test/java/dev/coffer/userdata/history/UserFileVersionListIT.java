package dev.coffer.userdata.history;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.coffer.common.identity.Owner;
import dev.coffer.userdata.UserdataServers;
import dev.coffer.userdata.file.UserFile;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Earlier contents of files, and those of deleted files, are listed and read. */
@QuarkusTest
@QuarkusTestResource(UserdataServers.class)
@TestSecurity(user = "viv")
@OidcSecurity(claims = {
    @Claim(key = "sub", value = "viv"),
    @Claim(key = "tenant", value = "acme"),
    @Claim(key = "workspaces", value = "archive")
})
class UserFileVersionListIT extends HistoryFixture {
    @Test
    void everyContentIsAVersionTheLatestFirst() {
        UserFile one = saves.saveOther(VIV, FILE);
        UserFile two = saves.saveOther(VIV, FILE);
        UserFile three = saves.saveOther(VIV, FILE);
        list(FILE, 200)
                .body("version", contains(id(three), id(two), id(one)))
                .body("current", contains(true, false, false))
                .body("hash", contains(three.content().hash(), two.content().hash(), one.content().hash()))
                .body("[0].modified_by", equalTo("s"), "[0].size", equalTo(5))
                .body("[0]", not(hasKey("replaced")), "[1]", hasKey("replaced"), "[1]", not(hasKey("expires")));
        given().get("/v2/userdata/versions?path=workflows%2Fa.json").then().statusCode(200).body("$", hasSize(3));
    }

    @Test
    void theSameBytesAreNoNewVersion() {
        saves.save(VIV, FILE);
        saves.save(VIV, FILE);
        list(FILE, 200).body("$", hasSize(1));
    }

    @Test
    void aVersionIsReadLikeAFile() {
        UserFile one = saves.saveOther(VIV, FILE);
        UserFile two = saves.saveOther(VIV, FILE);
        for (UserFile version : List.of(one, two)) {
            String address = PATH + "/content?path=" + FILE + "&version=" + id(version);
            given().head(address).then()
                    .statusCode(200)
                    .header("ETag", version.etag())
                    .header("Content-Length", "5")
                    .header("Content-Type", "application/json")
                    .header("Content-Disposition", containsString("a.json"));
            given().header("If-None-Match", version.etag()).get(address).then().statusCode(304);
            given().header("Range", "bytes=9-").get(address).then().statusCode(416);
            given().get(address).then().statusCode(503);
        }
    }

    @Test
    void whoHasLostTheirFilesFindsThem() {
        saves.saveOther(VIV, "w/a");
        UserFile a = saves.saveOther(VIV, "w/a");
        UserFile b = saves.saveOther(VIV, "w/deep/b");
        saves.saveOther(VIV, "w2/c");
        saves.saveOther(VIV, "w/alive");
        saves.saveOther(VIV, "w/alive");
        List.of("w/a", "w/deep/b", "w2/c").forEach(path -> saves.delete(VIV, path));
        given().get(PATH + "/deleted").then().statusCode(200).body("path", contains("w/a", "w/deep/b", "w2/c"));
        given().get(PATH + "/deleted?path=w").then()
                .body("version", contains(id(a), id(b)))
                .body("[0].size", equalTo(5), "[0]", hasKey("deleted"), "[0]", hasKey("expires"));
        given().get(PATH + "/deleted?path=w&limit=1").then().body("path", contains("w/a"));
        given().get(PATH + "/deleted?path=w&after=w/a").then().body("path", contains("w/deep/b"));
        given().header("X-Comfy-Workspace-ID", "archive").get(PATH + "/deleted").then().body("$", hasSize(0));
        restore("w/a", id(a), 200);
        given().get(PATH + "/deleted?path=w").then().body("path", contains("w/deep/b"));
    }

    @ParameterizedTest
    @CsvSource({"limit=0, 400", "limit=1001, 400", "limit=x, 400", "path=.., 403", "path=a%00, 400", "after=a%00, 400"})
    void listsOfDeletedFilesHaveRules(String query, int status) {
        given().urlEncodingEnabled(false).get(PATH + "/deleted?" + query).then().statusCode(status)
                .contentType("text/plain");
    }

    @Test
    void thePastMovesWithTheFile() {
        UserFile one = saves.saveOther(VIV, "w/a");
        saves.saveOther(VIV, "w/a");
        UserFile replaced = saves.saveOther(VIV, "b");
        given().post("/api/userdata/w/a/move/b").then().statusCode(200);
        list("w/a", 404);
        list("b", 200).body("version", hasSize(3)).body("version[1]", equalTo(id(replaced)));
        restore("b", id(one), 200).header("ETag", one.etag());
    }

    @Test
    void thePastMovesWithTheFolder() {
        UserFile one = saves.saveOther(VIV, "w/a");
        saves.saveOther(VIV, "w/a");
        UserFile deleted = saves.saveOther(VIV, "w/gone");
        saves.delete(VIV, "w/gone");
        UserFile before = saves.saveOther(VIV, "x/a");
        saves.delete(VIV, "x/a");
        given().post("/api/userdata/w/move/x").then().statusCode(200);
        list("w/a", 404);
        list("x/a", 200).body("version", hasSize(3)).body("expires", contains(null, null, null));
        list("x/gone", 200).body("version", contains(id(deleted))).body("[0]", hasKey("expires"));
        assertThat(rows.released(List.of(one.content().ref(), deleted.content().ref(), before.content().ref())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 400", "?path=, 400", "?path=..%2Fa, 403", "?path=a%00b, 400", "?path=a%2F, 400", "?path=nothing, 404",
        "/content?path=a, 400", "/content?path=a&version=1, 400",
        "/content?path=a&version=019a0000-0000-7000-8000-000000000000, 404", "/content?version=x, 400"
    })
    void whatIsNotThereIsRefusedInASentence(String rest, int status) {
        given().urlEncodingEnabled(false).get(PATH + rest).then().statusCode(status).contentType("text/plain")
                .body(not(blankOrNullString()));
    }

    @Test
    void othersVersionsAreUnknown() {
        Owner namesake = Owner.user("globex", "viv");
        Owner archive = Owner.workspace("acme", "archive");
        saves.saveOther(VIV, FILE);
        for (Owner other : List.of(namesake, archive, Owner.user("acme", "bob"))) {
            UserFile theirs = saves.saveOther(other, FILE);
            saves.saveOther(other, FILE);
            String query = "?path=" + FILE + "&version=" + id(theirs);
            given().urlEncodingEnabled(false).get(PATH + "/content" + query).then().statusCode(404);
            restore(FILE, id(theirs), 404);
        }
        given().header("X-Comfy-Workspace-ID", "archive").get(PATH + "?path=" + FILE).then().body("$", hasSize(2));
        given().header("X-Comfy-Workspace-ID", "lab").get(PATH + "?path=" + FILE).then().statusCode(403);
    }

    @Test
    @TestSecurity
    void withoutCredentialsItIs401() {
        list(FILE, 401).contentType("text/plain");
        restore(FILE, "x", 401);
        given().delete(PATH + "?path=" + FILE).then().statusCode(401);
        given().urlEncodingEnabled(false).get(PATH + "/content?path=a&version=x").then().statusCode(401);
    }
}
