package dev.coffer.asset;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.coffer.common.identity.Owner;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A request keeps its id and its trace in the calls to other services and in its events. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
@QuarkusTestResource(Neighbours.class)
class RequestTraceIT {
    private static final String ID = "019a0000-0000-7000-8000-000000000000";

    @ConfigProperty(name = "coffer.blob.url")
    String neighbours;

    @Inject
    Rows rows;

    private final Owner owner = Rows.somebody();
    private final String requestId = "test-" + UUID.randomUUID();
    private final String trace = UUID.randomUUID().toString().replace("-", "");

    @Test
    void anUploadIsFollowedThroughOtherServicesIntoItsEvent() {
        Response answer = given().header("X-API-Key", Neighbours.key(owner))
                .header("X-Request-Id", requestId)
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .multiPart("tags", "input")
                .multiPart("file", "a.txt", requestId.getBytes(), "text/plain")
                .post("/api/assets");
        answer.then().statusCode(201).header("x-request-id", equalTo(requestId));

        List<String> calls = given().get(neighbours + "/followed/" + requestId).asString().lines().toList();
        assertThat(calls).anyMatch(call -> call.contains(" /internal/keys/verify "))
                .anyMatch(call -> call.contains(" /internal/blobs/"))
                .allMatch(call -> call.matches(".* 00-" + trace + "-[0-9a-f]{16}-01"))
                .noneMatch(call -> call.contains("00f067aa0ba902b7"));
        assertThat(rows.ask("select payload::json ->> 'traceparent' from outbox where record_key = ?",
                answer.path("id").toString()))
                .singleElement().asString().matches("00-" + trace + "-[0-9a-f]{16}-01");
    }

    @Test
    void whatIsGivenBackLaterBelongsToTheRequest() {
        Asset asset = rows.add(owner, "gone.txt", "input");
        given().header("X-API-Key", Neighbours.key(owner)).header("X-Request-Id", requestId)
                .delete("/api/assets/" + asset.id).then().statusCode(204).header("x-request-id", equalTo(requestId));
        assertThat(rows.ask("select request_id from release where id = ?::uuid", asset.contentRef.toString()))
                .containsExactly(requestId);
    }

    @Test
    void refusalsHaveTheIdToo() {
        given().header("X-Request-Id", requestId).get("/api/assets").then()
                .statusCode(401).header("x-request-id", equalTo(requestId));
        given().header("X-API-Key", Neighbours.key(owner)).header("X-Request-Id", requestId).post("/api/assets/" + ID)
                .then()
                .statusCode(405).header("x-request-id", equalTo(requestId));
        given().header("X-API-Key", Neighbours.key(owner)).header("X-Request-Id", requestId).post("/view").then()
                .statusCode(405).header("x-request-id", equalTo(requestId));
    }
}
