package dev.coffer.userdata.file;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.coffer.common.identity.Owner;
import dev.coffer.userdata.Rows;
import dev.coffer.userdata.UserdataServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The API without blob-service: error responses, and answers without content. */
@QuarkusTest
@QuarkusTestResource(UserdataServers.class)
@TestSecurity(user = "ann")
@OidcSecurity(claims = {
    @Claim(key = "sub", value = "ann"),
    @Claim(key = "tenant", value = "acme"),
    @Claim(key = "workspaces", value = "studio")
})
class UserFileHttpIT {
    private static final String HASH = Saves.HASH;
    private static final Owner ANN = Owner.user("acme", "ann");

    @Inject
    Saves saves;

    @Inject
    Rows rows;

    @ParameterizedTest
    @ValueSource(strings = {"/api/userdata/a", "/userdata/a", "/api/userdata/..%2Fa"})
    @TestSecurity
    void withoutCredentialsItIs401(String path) {
        sentence(raw().get(path), 401);
        sentence(raw().delete(path), 401);
        sentence(raw().body("x").post(path), 401);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/userdata/..%2Fa, 403", "/api/userdata/%252e%252e%252fa, 403", "/userdata/%2Fetc%2Fa, 403",
        "/api/userdata/, 400", "/api/userdata/a%00b, 400", "/api/userdata/a/, 400", "/api/userdata/%ff, 400"
    })
    void pathsThatAreNotAllowed(String path, int status) {
        sentence(raw().get(path), status);
        sentence(raw().delete(path), status);
        sentence(raw().body("x").post(path), status);
    }

    @Test
    void aMissingFileIs404() {
        sentence(raw().get("/api/userdata/nothing"), 404);
        sentence(raw().get("/api/userdata/nothing/publish"), 404);
        sentence(raw().delete("/api/userdata/nothing"), 404);
        raw().head("/api/userdata/nothing").then().statusCode(404);
    }

    @Test
    void nothingIsBelowAFile() {
        saves.save(ANN, "kept/d.json");
        sentence(raw().get("/api/userdata/kept%2Fd.json/publish"), 404);
        sentence(raw().body("x").post("/api/userdata/kept%2Fd.json/publish"), 400);
    }

    @Test
    void overwriteFalseKeepsAFile() {
        saves.save(ANN, "kept/a.json");
        sentence(raw().body("x").post("/api/userdata/kept%2Fa.json?overwrite=false"), 409)
                .body(equalTo("File already exists"));
    }

    @Test
    void preconditionsOfAWriteAreKept() {
        saves.save(ANN, "kept/b.json");
        sentence(raw().header("If-None-Match", "*").body("x").post("/api/userdata/kept%2Fb.json"), 412);
        sentence(raw().header("If-Match", "\"other\"").body("x").post("/api/userdata/kept%2Fb.json"), 412);
        sentence(raw().header("If-Match", "*").body("x").post("/api/userdata/kept%2Fnothing.json"), 412);
    }

    @Test
    void aDeletionMayHaveConditions() {
        saves.save(ANN, "kept/c.json");
        sentence(raw().header("If-Match", "\"other\"").delete("/api/userdata/kept%2Fc.json"), 412);
        raw().header("If-Match", "\"" + HASH + "\"").delete("/api/userdata/kept%2Fc.json").then().statusCode(204);
    }

    @Test
    void aBodyAboveTheLimitIs413() {
        sentence(raw().body(new byte[1001]).post("/api/userdata/huge"), 413);
    }

    @Test
    void aReaderIsToldWhatItKnowsAlready() {
        saves.save(ANN, "known.json");
        raw().header("If-None-Match", "\"" + HASH + "\"").get("/userdata/known.json").then()
                .statusCode(304)
                .header("ETag", "\"" + HASH + "\"")
                .body(blankOrNullString());
    }

    @Test
    void headSaysWhatGetWouldSay() {
        saves.save(ANN, "workflows/h.json");
        raw().head("/api/userdata/workflows/h.json").then()
                .statusCode(200)
                .header("Content-Length", "5")
                .header("Content-Type", "application/json")
                .header("Accept-Ranges", "bytes")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", containsString("attachment"))
                .header("Last-Modified", matchesPattern("\\w{3}, \\d\\d \\w{3} \\d{4} [\\d:]{8} GMT"));
    }

    @Test
    void aRangeOutsideIs416() {
        saves.save(ANN, "ranged");
        sentence(raw().header("Range", "bytes=5-").get("/api/userdata/ranged"), 416)
                .header("Content-Range", "bytes */5");
    }

    @Test
    void anotherMethodIs405() {
        sentence(raw().body("x").put("/api/userdata/a"), 405);
    }

    @Test
    void aWorkspaceHasItsOwnFiles() {
        saves.save(ANN, "mine");
        raw().head("/api/userdata/mine").then().statusCode(200);
        raw().header("X-Comfy-Workspace-ID", "ann").head("/api/userdata/mine").then().statusCode(200);
        sentence(raw().header("X-Comfy-Workspace-ID", "studio").get("/api/userdata/mine"), 404);
        sentence(raw().header("X-Comfy-Workspace-ID", "lab").get("/api/userdata/mine"), 403);
    }

    @Test
    void withoutTheStoreItIs503() {
        sentence(raw().body("x").post("/api/userdata/later"), 503).header("Retry-After", not(nullValue()));
    }

    @Test
    void theUnexpectedIs500AndSaysNothingAboutUs() {
        rows.execute("alter table user_file rename to user_file_away");
        try {
            for (Response answer : new Response[] {
                raw().get("/api/userdata/a"), raw().delete("/api/userdata/a"), raw().body("x").post("/api/userdata/a")
            }) {
                sentence(answer, 500).body(equalTo("Unexpected server error."));
            }
        } finally {
            rows.execute("alter table user_file_away rename to user_file");
        }
    }

    @Test
    void aCommitWithoutAnAnswerIs503() {
        saves.save(ANN, "unlucky");
        rows.execute("""
                create function lose_connection() returns trigger language plpgsql as $$
                begin
                    perform pg_terminate_backend(pg_backend_pid());
                    return null;
                end $$""");
        rows.execute("""
                create constraint trigger unlucky after delete on user_file deferrable initially deferred
                for each row when (old.path = 'unlucky') execute function lose_connection()""");
        try {
            sentence(raw().delete("/api/userdata/unlucky"), 503).header("Retry-After", not(nullValue()));
        } finally {
            rows.execute("drop trigger unlucky on user_file");
            rows.execute("drop function lose_connection()");
        }
    }

    private static RequestSpecification raw() {
        return given().urlEncodingEnabled(false);
    }

    /** Errors are a sentence in plain text (comfy.md section 5). */
    private static ValidatableResponse sentence(Response answer, int status) {
        return answer.then()
                .statusCode(status)
                .contentType(equalTo("text/plain;charset=UTF-8"))
                .header("x-request-id", not(nullValue()))
                .body(not(blankOrNullString()));
    }
}
