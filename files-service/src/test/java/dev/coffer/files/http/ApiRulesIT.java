package dev.coffer.files.http;

import static dev.coffer.files.http.Calls.FILES;
import static dev.coffer.files.http.Calls.post;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.coffer.files.FilesServers;
import dev.coffer.files.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every operation: who may come in, and the shape of what comes back. */
@QuarkusTest
@QuarkusTestResource(FilesServers.class)
@TestSecurity(user = "u")
@OidcSecurity(claims = {
    @Claim(key = "sub", value = "u"),
    @Claim(key = "tenant", value = "acme"),
    @Claim(key = "projects", value = "alpha")
})
class ApiRulesIT {
    @Inject
    Rows rows;

    @Test
    @TestSecurity
    void withoutATokenItIs401AndNoRedirect() {
        post(FILES, "{}").then().statusCode(401)
                .header("Location", nullValue())
                .header("x-request-id", matchesPattern("[0-9a-f-]{36}"))
                .contentType(matchesPattern("application/json.*"))
                .body("error.code", equalTo(401), "error.message", startsWith("Unauthorized"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/byids", "/downloadlink"})
    void aProjectThatTheTokenDoesNotNameIs403(String path) {
        post("/api/v1/projects/beta/files" + path, "{}").then().statusCode(403)
                .body("error.code", equalTo(403),
                        "error.message", equalTo("The token gives no access to this project."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/nothing", "/api/v1/projects/alpha/folders", FILES + "/a/b"})
    void anUnknownRouteIs404InTheShapeOfTheApi(String path) {
        given().get(path).then().statusCode(404).body("error.code", equalTo(404));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "POST | /unknown | 404 | ",
        "GET | /abc | 404 | ",
        "POST | /1 | 405 | GET, HEAD",
        "GET | /byids | 405 | POST",
        "GET | /update/ | 405 | POST",
        "POST | /icon | 405 | GET, HEAD",
        "PUT | '' | 405 | GET, HEAD, POST"
    })
    void aRouteWithAnotherMethodIs405AndAnyOther404(String method, String path, int status, String allowed) {
        given().contentType("application/json").body("{}").request(method, FILES + path).then().statusCode(status)
                .header("Allow", equalTo(allowed)).body("error.code", equalTo(status));
    }

    @Test
    void anIconIsAnsweredToAnyAccept() {
        given().accept("application/json").get(FILES + "/icon?id=5").then().statusCode(400)
                .body("error.missing[0].id", equalTo(5));
    }

    @Test
    void aGzippedBodyIsMeasuredUnpacked() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            gzip.write("{\"items\":[],\"x\":\"".getBytes());
            for (int megabyte = 0; megabyte < 17; megabyte++) {
                gzip.write("x".repeat(1 << 20).getBytes());
            }
            gzip.write("\"}".getBytes());
        }
        given().header("Content-Encoding", "gzip").contentType("application/json").body(bomb.toByteArray())
                .post(FILES + "/byids").then().statusCode(413).body("error.code", equalTo(413));
    }

    @ParameterizedTest
    @CsvSource({"{}, ': there is more behind its end.'", "'}', .", "[], ': there is more behind its end.'", "x, ."})
    void whatComesBehindTheJsonIsNotPassedOver(String more, String why) {
        post(FILES + "/byids", "{\"items\":[]} " + more).then().statusCode(400)
                .body("error.message", equalTo("Request body must be valid JSON" + why));
    }

    @Test
    void jsonNamesNoCharset() {
        post(FILES + "/byids", "{\"items\":[]}").then().statusCode(200)
                .header("Content-Type", "application/json").header("Vary", "Accept-Encoding");
        post(FILES + "/byids", "{").then().statusCode(400)
                .header("Content-Type", "application/json").header("Vary", "Accept-Encoding");
    }

    @Test
    @TestSecurity
    void aBrowserMayAskBeforeItHasAToken() {
        given().header("Origin", "https://app.example").header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type,cdf-version,x-cdp-app,x-cdp-sdk")
                .options(FILES).then().statusCode(200)
                .header("Access-Control-Allow-Origin", not(nullValue()))
                .header("Access-Control-Allow-Methods", matchesPattern(".*POST.*"))
                .header("Access-Control-Allow-Headers", matchesPattern("(?i).*cdf-version.*"));
    }

    @Test
    void anUnexpectedErrorIs500InTheShapeOfTheApiAndTellsOnlyTheRequestId() {
        rows.execute("alter table file rename to file_away");
        try {
            Response answer = post(FILES + "/byids", "{\"items\":[{\"id\":1}]}");
            answer.then().statusCode(500)
                    .header("x-request-id", matchesPattern("[0-9a-f-]{36}"))
                    .body("error.code", equalTo(500), "error.message", equalTo("Unexpected server error."),
                            "error.size()", equalTo(2));
        } finally {
            rows.execute("alter table file_away rename to file");
        }
    }

    @Test
    void theOpenApiDocumentIsServed() {
        given().accept("application/json").get("/openapi/files.json").then().statusCode(200)
                .body("paths.keySet()", hasItems("/api/v1/projects/{project}/files"),
                        "paths['/api/v1/projects/{project}/files'].post.operationId", equalTo("initFileUpload"),
                        "paths['/api/v1/projects/{project}/files'].post.responses.keySet()",
                        hasItems("201", "400", "401", "403", "409", "500", "503"),
                        "components.schemas.Error.properties.error.required", hasItems("code", "message"),
                        "components.schemas.InternalId.maximum", equalTo(9007199254740991L),
                        "components.schemas.CreatedFile.required", hasItems("id", "name", "uploaded", "createdTime",
                                "lastUpdatedTime", "uploadUrl"));
        given().get("/openapi/files").then().statusCode(200);
        given().get("/docs/").then().statusCode(200);
    }
}
