package dev.coffer.acceptance.every;

import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.Client.nobody;
import static dev.coffer.acceptance.harness.User.A;
import static dev.coffer.acceptance.harness.User.A2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.Answer;
import dev.coffer.acceptance.harness.CdfFiles;
import dev.coffer.acceptance.harness.Client;
import dev.coffer.acceptance.harness.Refusal;
import dev.coffer.acceptance.harness.Transfer;
import dev.coffer.acceptance.stack.Environment;
import dev.coffer.acceptance.stack.Requires;
import dev.coffer.acceptance.stack.Stack;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With services that take one request a second of each caller, and by each link: no operation takes a second one. */
@Order(2)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestLimitIT {
    private static final Map<String, String> ONE_A_SECOND =
            Map.of("COFFER_RATE_LIMIT_PER_KEY", "1", "COFFER_RATE_LIMIT_BURST", "1s");
    private static final Map<String, String> USUAL =
            Map.of("COFFER_RATE_LIMIT_PER_KEY", "10000", "COFFER_RATE_LIMIT_BURST", "10s");
    private static final int ATTEMPTS = 20;

    private List<EveryOperation> closed;
    private String preview;
    private String download;

    @BeforeAll
    void slowDown() {
        Requires.that(
                Environment.find("COFFER_COMMAND").isPresent() && Environment.find("COFFER_DIR").isPresent(),
                "COFFER_COMMAND and COFFER_DIR say how to set up a stack; ./coffer test sets them");
        Payload picture = Payloads.png();
        preview = as(A).assets().upload(picture, "tags", "input").json().getString("preview_url");
        download = linkThatLives(as(A).cdf().upload(Payloads.csv()));
        closed = AdmissionIT.closed();
        Stack.configure(ONE_A_SECOND);
    }

    /** For an hour: half a minute is over before all operations have been tried. */
    private static String linkThatLives(long id) {
        return as(A).json(Map.of("items", List.of(CdfFiles.id(id))))
                .post(as(A).cdf().url() + "/downloadlink" + Client.query("extendedExpiration", true))
                .jsonPath().getString("items[0].downloadUrl");
    }

    @AfterAll
    void goOn() {
        if (closed != null) {
            Stack.configure(USUAL);
        }
    }

    List<EveryOperation> closed() {
        return closed;
    }

    @ParameterizedTest
    @MethodSource("closed")
    void noOperationTakesAnyNumberOfRequests(EveryOperation operation) {
        Client client = as(operation.isForOperators() ? A2 : A);
        Answer refused = refused(() -> operation.send(client));
        AdmissionIT.assertRefused(operation, refused, 429);
        assertThat(refused.header("Retry-After")).matches("[12]");
    }

    @Test
    void noSignatureTakesAnyNumberOfRequests() {
        Answer refused = refused(() -> Transfer.send(nobody().transfer(preview).GET()));
        Refusal.assertComfy(refused, 429, "TOO_MANY_REQUESTS");
    }

    @Test
    void noDownloadLinkTakesAnyNumberOfRequests() {
        Answer refused = refused(() -> Transfer.send(HttpRequest.newBuilder(URI.create(download)).GET()));
        Refusal.assertCdf(refused, 429);
    }

    /** The first 429, or the last answer of many. */
    private static Answer refused(Supplier<Answer> request) {
        Answer answer = request.get();
        for (int i = 1; i < ATTEMPTS && answer.status() != 429; i++) {
            answer = request.get();
        }
        return answer;
    }
}
