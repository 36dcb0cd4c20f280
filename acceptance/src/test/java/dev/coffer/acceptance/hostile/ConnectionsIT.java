package dev.coffer.acceptance.hostile;

import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.User.A;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.RawHttp;
import dev.coffer.acceptance.harness.UserFiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Connections that are kept open by very little traffic. The server closes all of them in time. */
@Order(62)
@Tag("hostile")
class ConnectionsIT {
    private static final int HEADS = 200;
    private static final int BODIES = 100;
    private static final Duration HEAD_TIMEOUT = Duration.ofSeconds(30);

    @Test
    void headsAndBodiesThatDrip() throws Exception {
        Map<String, String> headers = new LinkedHashMap<>(as(A).byKey().headers());
        headers.put("Transfer-Encoding", "chunked");
        Victim.isServedBeside(() -> {
            try (SlowClients slow = new SlowClients()) {
                List<RawHttp> heads = new ArrayList<>();
                for (int i = 0; i < HEADS; i++) {
                    heads.add(slow.head("GET /api/users HTTP/1.1\r\nHost: x\r\nX-Drip: "));
                }
                List<RawHttp> bodies = new ArrayList<>();
                for (int i = 0; i < BODIES; i++) {
                    bodies.add(slow.body("POST", UserFiles.url(Payloads.unique("slow")), headers, new byte[10]));
                }
                long begin = System.nanoTime();
                heads.forEach(RawHttp::awaitClose);
                assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(HEAD_TIMEOUT);
                bodies.forEach(body -> assertThat(body.answer().status()).isEqualTo(408));
                bodies.forEach(RawHttp::awaitClose);
            }
        });
    }
}
