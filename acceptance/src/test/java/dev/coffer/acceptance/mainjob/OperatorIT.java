package dev.coffer.acceptance.mainjob;

import static dev.coffer.acceptance.content.Payloads.unique;
import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.User.A;
import static dev.coffer.acceptance.harness.User.A2;
import static dev.coffer.acceptance.harness.User.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.harness.Answer;
import dev.coffer.acceptance.harness.Client;
import dev.coffer.acceptance.harness.Jwt;
import dev.coffer.acceptance.harness.RawHttp;
import dev.coffer.acceptance.harness.Refusal;
import dev.coffer.acceptance.harness.Tokens;
import dev.coffer.acceptance.stack.Await;
import dev.coffer.acceptance.stack.Environment;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** An operator, which A2 is, ends the credentials of a person: here the account of the demo client. */
@Order(16)
class OperatorIT {
    private static final List<String> PATHS = List.of("/api/assets", "/api/userdata?dir=.");

    private final String token = Tokens.ofClient();
    private final String subject = Jwt.parse(token).claims().get("sub").asText();

    @Test
    void whatAnOperatorEndsIsRefusedEverywhere() {
        Map<String, String> key = Map.of("X-API-Key", makeKey().then().statusCode(201).extract().path("key"));
        for (String path : PATHS) {
            assertThat(RawHttp.send("GET", path, key).status()).isEqualTo(200);
        }
        Answer ended = end(as(A2)).expect(200);
        assertThat(ended.text()).contains("\"keys\":").doesNotContain("\"keys\":0");
        Await.until("the key is refused", Duration.ofSeconds(30),
                () -> PATHS.stream().allMatch(path -> RawHttp.send("GET", path, key).status() == 401));
        assertThat(makeKey().statusCode()).as("a token of before").isEqualTo(403);
        for (String path : PATHS) {
            assertThat(RawHttp.send("GET", path, as(A2).byKey().headers()).status()).isEqualTo(200);
        }
    }

    @Test
    void noOtherCallerEndsAnything() {
        for (Client other : List.of(as(A), as(B), as(A2).byKey(), as(A).byKey())) {
            Refusal.assertComfy(end(other), 403, "FORBIDDEN");
        }
        Refusal.assertComfy(end(Client.nobody()), 401, "UNAUTHORIZED");
    }

    private Answer end(Client client) {
        return RawHttp.send("DELETE", "/api/operator/credentials?subject=" + subject, client.headers());
    }

    private Response makeKey() {
        return RestAssured.given()
                .baseUri(Environment.url())
                .header("Authorization", "Bearer " + token)
                .body(Map.of("name", unique("key")))
                .contentType("application/json")
                .post("/api/keys");
    }
}
