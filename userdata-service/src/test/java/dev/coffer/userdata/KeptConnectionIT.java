package dev.coffer.userdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A connection is reused after any answer, whether the body of the request was read or not. */
@QuarkusTest
@QuarkusTestResource(UserdataServers.class)
class KeptConnectionIT {
    private static final int ROUNDS = 150;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    @TestHTTPResource
    URI server;

    @Test
    void whatIsLeftOfARequestDoesNotHoldTheNextOneBack() throws Exception {
        List<HttpRequest.Builder> requests = List.of(
                to("/api/userdata/a%2Fb").GET(),
                to("/api/userdata/a/move/b").POST(BodyPublishers.noBody()),
                to("/api/userdata/a").POST(BodyPublishers.ofByteArray(new byte[100_000])),
                to("/api/settings/x").DELETE(),
                to("/api/settings/x").POST(BodyPublishers.ofString("1")),
                to("/api/features").GET());
        try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (int round = 0; round < ROUNDS; round++) {
                for (HttpRequest.Builder request : requests) {
                    int status = client.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofByteArray()).statusCode();
                    assertThat(status).isBetween(200, 499);
                }
            }
        }
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(server.resolve(path));
    }
}
