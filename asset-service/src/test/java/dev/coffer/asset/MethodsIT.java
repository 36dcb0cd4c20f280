package dev.coffer.asset;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.common.identity.Owner;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A path that has other methods is 405 and names them; words never stand for ids (comfy.md sections 0.2 and 2). */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
@QuarkusTestResource(Neighbours.class)
class MethodsIT {
    private static final String ID = "019a0000-0000-7000-8000-000000000000";

    private final Owner owner = Rows.somebody();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "POST   | /api/assets/remote-metadata      | GET, HEAD",
        "DELETE | /api/assets/remote-metadata      | GET, HEAD",
        "GET    | /api/assets/from-hash            | POST",
        "PUT    | /api/assets/from-hash            | POST",
        "DELETE | /api/assets/download             | POST",
        "GET    | /api/assets/seed                 | POST",
        "POST   | /api/assets/seed/status          | GET, HEAD",
        "GET    | /api/assets/seed/cancel          | POST",
        "GET    | /api/assets/prune                | POST",
        "DELETE | /api/assets/seed                 | POST",
        "POST   | /api/assets/tags/refine          | GET, HEAD",
        "GET    | /api/assets/hash/blake3:0        | HEAD",
        "POST   | /api/assets/ID                   | DELETE, GET, HEAD, PUT",
        "POST   | /api/assets/ID/content           | GET, HEAD",
        "GET    | /api/assets/ID/tags              | DELETE, POST",
        "POST   | /api/jobs/ID/assets              | GET, HEAD",
        "DELETE | /api/tasks/ID                    | GET, HEAD",
        "GET    | /api/v2/assets                   | POST",
        "GET    | /api/v2/assets/from-hash         | POST",
        "GET    | /api/v2/assets/by-hash/blake3:0  | HEAD",
        "POST   | /api/v2/assets/ID                | DELETE, GET, HEAD",
        "GET    | /api/upload/image                | POST"
    })
    void aKnownPathNamesItsMethods(String method, String path, String allowed) {
        Response answer = call(method, path.replace("ID", ID));
        assertThat(answer.statusCode() + " " + answer.header("Allow")).isEqualTo("405 " + allowed);
        assertThat(answer.asString()).containsIgnoringCase("method_not_allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/assets/word", "/api/assets/hash", "/api/assets/tags", "/api/assets/ID",
        "/api/v2/assets/word"})
    void anUnknownAssetIs404(String path) {
        assertThat(call("GET", path.replace("ID", ID)).statusCode()).isEqualTo(404);
    }

    private Response call(String method, String path) {
        return given().header("X-API-Key", Neighbours.key(owner)).urlEncodingEnabled(false).request(method, path);
    }
}
