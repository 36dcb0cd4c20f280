package dev.coffer.common.userdataclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What userdata-service has said of a key is remembered, but not for longer than the key is good. */
class RemoteCredentialsTest {
    private static final Instant END = Instant.parse("2030-01-01T00:00:00Z");
    private static final String OPEN = "{\"tenant\":\"acme\",\"subject\":\"ann\",\"roles\":[],\"owner\":\"user:ann\"}";
    private static final String ENDING = OPEN.replace("}", ",\"expiresAt\":\"" + END + "\"}");

    private final AtomicInteger questions = new AtomicInteger();
    private final MovedClock clock = new MovedClock(END.minusSeconds(60));
    private HttpServer userdata;
    private RemoteCredentials keys;

    @BeforeEach
    void start() throws IOException {
        userdata = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        userdata.createContext("/verify", this::answer);
        userdata.start();
        URI url = URI.create("http://127.0.0.1:" + userdata.getAddress().getPort());
        ObjectMapper json = new ObjectMapper().findAndRegisterModules();
        keys = new RemoteCredentials("/verify", "key", config(url), () -> "Bearer service", json, clock);
    }

    @AfterEach
    void stop() {
        userdata.stop(0);
    }

    @Test
    void aKeySpeaksForWhomUserdataServiceSays() {
        assertThat(keys.verify("open")).hasValueSatisfying(caller -> {
            assertThat(caller.tenant()).isEqualTo("acme");
            assertThat(caller.subject()).isEqualTo("ann");
        });
        assertThat(keys.verify("unknown")).isEmpty();
    }

    @Test
    void aKeyIsAskedForOnce() {
        assertThat(keys.verify("open")).isEqualTo(keys.verify("open"));
        assertThat(keys.verify("unknown")).isEqualTo(keys.verify("unknown"));
        assertThat(questions).hasValue(2);
    }

    @Test
    void aKeyOpensNothingOnceItsTimeIsOver() {
        assertThat(keys.verify("ending")).isPresent();
        clock.now = END.minusNanos(1_000);
        assertThat(keys.verify("ending")).isPresent();
        clock.now = END;
        assertThat(keys.verify("ending")).isEmpty();
        assertThat(questions).as("it is remembered all the time").hasValue(1);
    }

    @Test
    void whatNobodyCanSayIsNotRemembered() {
        assertThatThrownBy(() -> keys.verify("trouble")).isInstanceOfSatisfying(ServiceException.class,
                e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
        assertThatThrownBy(() -> keys.verify("trouble")).isInstanceOf(ServiceException.class);
        assertThat(questions).hasValue(2);
    }

    private void answer(HttpExchange exchange) throws IOException {
        questions.incrementAndGet();
        try (exchange) {
            switch (new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)) {
                case "{\"key\":\"open\"}" -> send(exchange, 200, OPEN);
                case "{\"key\":\"ending\"}" -> send(exchange, 200, ENDING);
                case "{\"key\":\"unknown\"}" -> send(exchange, 404, "{}");
                default -> send(exchange, 500, "{}");
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static RemoteCredentialsConfig config(URI url) {
        return new RemoteCredentialsConfig() {
            @Override
            public URI url() {
                return url;
            }

            @Override
            public Duration keyCache() {
                return Duration.ofSeconds(20);
            }

            @Override
            public long keyCacheSize() {
                return 100;
            }
        };
    }
}
