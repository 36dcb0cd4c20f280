package dev.coffer.acceptance.refusal;

import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.User.A;
import static dev.coffer.acceptance.harness.User.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.harness.Answer;
import dev.coffer.acceptance.harness.RawHttp;
import dev.coffer.acceptance.harness.Tokens;
import dev.coffer.acceptance.stack.Await;
import dev.coffer.acceptance.stack.Environment;
import dev.coffer.acceptance.stack.Requires;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests without valid credentials get 401 in the form of the API, never a redirect. */
@Order(20)
class CredentialsIT {

    static List<Operation> operations() {
        return Operation.all(A.project());
    }

    static List<Operation> comfyOperations() {
        return Operation.ofComfy();
    }

    static Stream<Arguments> forgedTokens() {
        return new ForgedTokens().all().entrySet().stream()
                .map(token -> Arguments.of(token.getKey(), token.getValue()));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void nothingIsOpenWithoutCredentials(Operation operation) {
        operation.shape().assertRefused(send(operation, Map.of()), 401);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgedTokens")
    void aForgedTokenOpensNothing(String flaw, String token) {
        for (Operation operation : Operation.oneOfEach(A.project())) {
            Answer answer = send(operation, Map.of("Authorization", "Bearer " + token));
            assertThat(answer.status()).as(flaw + ": " + operation).isEqualTo(401);
            operation.shape().assertRefused(answer, 401);
        }
    }

    @Test
    void anExpiredTokenOpensNothing() {
        Requires.that(
                Environment.find("COFFER_BRIEF_CLIENT_ID").isPresent(),
                "COFFER_BRIEF_CLIENT_ID names a client whose tokens expire within seconds");
        Map<String, String> headers = Map.of("Authorization", "Bearer " + Tokens.brief(A));
        for (Operation operation : Operation.oneOfEach(A.project())) {
            Await.until("the token is refused by " + operation, Duration.ofSeconds(20),
                    () -> send(operation, headers).status() == 401);
            operation.shape().assertRefused(send(operation, headers), 401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Basic YTphYWFh", "Digest x", "Bearer a b c", "garbage"})
    void anotherAuthorizationOpensNothing(String authorization) {
        for (Operation operation : Operation.oneOfEach(A.project())) {
            operation.shape().assertRefused(send(operation, Map.of("Authorization", authorization)), 401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "cfr_", "cfr__", "cfr_a_b", "cfr_\u00e4_x", "LONG", "CHANGED", "SHORT"})
    void aFalseApiKeyOpensNothing(String kind) {
        String real = A.apiKey();
        String key = switch (kind) {
            case "LONG" -> real + "x".repeat(9000);
            case "CHANGED" -> real.substring(0, real.length() - 1) + (real.endsWith("x") ? "y" : "x");
            case "SHORT" -> real.substring(0, real.lastIndexOf('_') + 1);
            default -> kind;
        };
        for (Operation operation : comfyOperations()) {
            operation.shape().assertRefused(send(operation, Map.of("X-API-Key", key)), 401);
        }
    }

    @Test
    void cdfTakesNoApiKeys() {
        for (Operation operation : Operation.ofCdf(A.project())) {
            operation.shape().assertRefused(send(operation, Map.of("X-API-Key", A.apiKey())), 401);
            operation.shape().assertRefused(send(operation, Map.of("Authorization", "Bearer " + A.apiKey())), 401);
        }
    }

    @Test
    void anApiKeyIsAlsoTakenAsBearer() {
        Answer answer = RawHttp.send("GET", "/api/assets", Map.of("Authorization", "Bearer " + A.apiKey()));
        assertThat(answer.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("comfyOperations")
    void twoCredentialsAtOnceAreRefused(Operation operation) {
        String token = "Bearer " + Tokens.access(A);
        operation.shape().assertRefused(
                send(operation, Map.of("Authorization", token, "X-API-Key", A.apiKey())), 400);
        operation.shape().assertRefused(
                send(operation, Map.of("Authorization", token, "authorization", "Bearer " + Tokens.access(B))), 400);
        operation.shape().assertRefused(
                send(operation, Map.of("Authorization", "Bearer " + A.apiKey(), "X-API-Key", B.apiKey())), 400);
    }

    @ParameterizedTest
    @MethodSource("comfyOperations")
    void aWorkspaceThatIsNotTheCallersIsRefused(Operation operation) {
        for (String workspace : List.of("unknown-workspace", B.subject(), "user:" + A.subject(), "public", "../x")) {
            for (var client : List.of(as(A).in(workspace), as(A).byKey().in(workspace))) {
                operation.shape().assertRefused(send(operation, client.headers()), 403);
            }
        }
    }

    @Test
    void theIdentityHeaderOfComfyIsNoIdentity() {
        for (Operation operation : comfyOperations()) {
            operation.shape().assertRefused(send(operation, Map.of("Comfy-User", A.subject())), 401);
        }
    }

    private static Answer send(Operation operation, Map<String, String> headers) {
        return RawHttp.send(operation.method(), operation.path(), headers);
    }
}
