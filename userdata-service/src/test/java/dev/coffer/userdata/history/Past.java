package dev.coffer.userdata.history;

import static io.restassured.RestAssured.given;

import dev.coffer.common.identity.Owner;
import dev.coffer.userdata.Rows;
import dev.coffer.userdata.file.UserFile;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;

/** The history of files over HTTP, in the workspaces of one person. */
@ApplicationScoped
class Past {
    static final String PATH = "/api/v2/userdata/versions";
    static final String FILE = "workflows/a.json";
    static final Owner VIV = Owner.user("acme", "viv");

    private final Rows rows;

    Past(Rows rows) {
        this.rows = rows;
    }

    /** Deletes all files and their history. */
    void none() {
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
