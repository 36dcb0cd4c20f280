package dev.coffer.userdata.history;

import static io.restassured.RestAssured.given;

import dev.coffer.common.identity.Owner;
import dev.coffer.userdata.Rows;
import dev.coffer.userdata.file.Saves;
import dev.coffer.userdata.file.UserFile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;

/** The history of files over HTTP, in the workspaces of one person. */
abstract class HistoryFixture {
    static final String PATH = "/api/v2/userdata/versions";
    static final String FILE = "workflows/a.json";
    static final Owner VIV = Owner.user("acme", "viv");

    @Inject
    Saves saves;

    @Inject
    Rows rows;

    @BeforeEach
    void inAnEmptyWorkspace() {
        rows.execute("delete from user_file where owner in ('user:viv', 'workspace:archive')");
        rows.execute("delete from user_file_version where owner in ('user:viv', 'workspace:archive')");
    }

    static String id(UserFile file) {
        return file.present().version().toString();
    }

    static ValidatableResponse list(String path, int status) {
        return given().queryParam("path", path).get(PATH).then().statusCode(status);
    }

    static ValidatableResponse restore(String path, String version, int status) {
        return given().queryParam("path", path).queryParam("version", version).post(PATH + "/restore").then()
                .statusCode(status);
    }
}
