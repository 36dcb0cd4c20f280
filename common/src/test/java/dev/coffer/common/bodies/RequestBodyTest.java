package dev.coffer.common.bodies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.coffer.common.error.FailureKind;
import dev.coffer.common.json.Json;
import dev.coffer.common.streams.BodyConfig;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** JSON that does not arrive as a whole is an error of the client, named by what the client did. */
class RequestBodyTest {
    @RegisterExtension
    final OneRequest request = new OneRequest();

    @Test
    void aWholeBodyIsRead() throws Exception {
        try (Socket client = request.send(7, "{\"a\":1}")) {
            assertThat(body(Duration.ofMinutes(5)).json(Map.class)).isEqualTo(Map.of("a", 1));
        }
    }

    @Test
    void aClientThatFallsSilentIsToldSo() throws Exception {
        try (Socket client = request.send(100, "{\"a\":{\"b\":")) {
            assertThat(FailureKind.of(failure(Duration.ofMillis(600)))).isEqualTo(FailureKind.SILENT_BODY);
        }
    }

    @Test
    void aClientThatIsGoneHasCutItsBody() throws Exception {
        request.send(100, "{\"a\":{\"b\":").close();
        assertThat(FailureKind.of(failure(Duration.ofMinutes(5)))).isEqualTo(FailureKind.CUT_BODY);
    }

    private Throwable failure(Duration timeout) throws Exception {
        RequestBody body = body(timeout);
        return catchThrowable(() -> body.json(Map.class));
    }

    private RequestBody body(Duration timeout) throws Exception {
        Json json = new Json();
        return new RequestBody(request.context(), json.mapper, json.reader, new BodyConfig() {
            @Override
            public Duration stallTimeout() {
                return timeout;
            }

            @Override
            public MemorySize minimumRate() {
                return new MemorySize(BigInteger.valueOf(1024));
            }

            @Override
            public MemorySize jsonLimit() {
                return new MemorySize(BigInteger.valueOf(1 << 20));
            }
        }, json.config, new ShutdownGrace(new ShutdownConfig(Optional.empty(), Optional.empty())));
    }
}
