package dev.coffer.userdata.history;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

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

/** Earlier contents are restored, also those of deleted files. */
@QuarkusTest
@QuarkusTestResource(UserdataServers.class)
@TestSecurity(user = "viv")
@OidcSecurity(claims = {
    @Claim(key = "sub", value = "viv"),
    @Claim(key = "tenant", value = "acme"),
    @Claim(key = "workspaces", value = "archive")
})
class UserFileRestoreIT extends HistoryFixture {
    @Test
    void anEarlierContentComesBackAndTheOtherOneJoinsThePast() {
        UserFile one = saves.saveOther(VIV, FILE);
        UserFile two = saves.saveOther(VIV, FILE);
        restore(FILE, id(one), 200)
                .header("ETag", one.etag())
                .body("path", equalTo(FILE), "size", equalTo(5), "modified", notNullValue());
        list(FILE, 200).body("version", contains(id(one), id(two))).body("[0].modified_by", equalTo("viv"));
        given().head("/api/userdata/" + FILE).then().header("ETag", one.etag());
        assertThat(rows.eventTypes(one.id())).hasSize(3).last().isEqualTo("dev.coffer.userfile.uploaded");
        assertThat(rows.released(List.of(one.content().ref(), two.content().ref()))).isEmpty();
    }

    @Test
    void askingTwiceRestoresOnce() {
        UserFile one = saves.saveOther(VIV, FILE);
        saves.saveOther(VIV, FILE);
        restore(FILE, id(one), 200);
        restore(FILE, id(one), 200);
        list(FILE, 200).body("$", hasSize(2));
    }

    @Test
    void aDeletedFileComesBackWithItsPast() {
        UserFile one = saves.saveOther(VIV, FILE);
        UserFile two = saves.saveOther(VIV, FILE);
        saves.delete(VIV, FILE);
        list(FILE, 200)
                .body("version", contains(id(two), id(one)))
                .body("current", contains(false, false))
                .body("[0]", hasKey("expires"), "[1]", hasKey("expires"));
        restore(FILE, id(two), 200);
        list(FILE, 200)
                .body("version", contains(id(two), id(one)))
                .body("current", contains(true, false))
                .body("[1]", not(hasKey("expires")));
        assertThat(rows.released(List.of(one.content().ref(), two.content().ref()))).isEmpty();
    }

    @Test
    void aNewFileAtThePathOfADeletedOneGoesOnWithItsPast() {
        UserFile one = saves.saveOther(VIV, FILE);
        saves.delete(VIV, FILE);
        UserFile two = saves.saveOther(VIV, FILE);
        list(FILE, 200).body("version", contains(id(two), id(one))).body("[1]", not(hasKey("expires")));
    }

    @Test
    void conditionsOfARestoreAreKept() {
        UserFile one = saves.saveOther(VIV, FILE);
        UserFile two = saves.saveOther(VIV, FILE);
        String address = PATH + "/restore?path=" + FILE + "&version=" + id(one);
        given().header("If-Match", one.etag()).post(address).then().statusCode(412);
        given().header("If-None-Match", "*").post(address).then().statusCode(412);
        given().header("If-Match", two.etag()).post(address).then().statusCode(200);
    }

    @Test
    void aRestoredPathMayBeTakenByAFolder() {
        UserFile file = saves.saveOther(VIV, "w");
        saves.delete(VIV, "w");
        saves.saveOther(VIV, "w/a");
        restore("w", id(file), 400);
        list("w", 200).body("$", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource({
        "?path=a, 400", "?path=a&version=x, 400", "?path=a&version=019a0000-0000-7000-8000-000000000000, 404",
        "?path=comfy.settings.json&version=019a0000-0000-7000-8000-000000000000, 403"
    })
    void whatIsNotThereCannotComeBack(String query, int status) {
        given().urlEncodingEnabled(false).post(PATH + "/restore" + query).then().statusCode(status)
                .contentType("text/plain");
    }
}
