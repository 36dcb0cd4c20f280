package dev.coffer.common.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BodyStreamTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    @RegisterExtension
    final OneRequest request = new OneRequest();

    @Test
    void aWholeBodyEnds() throws Exception {
        try (Socket client = request.send(5, "hello")) {
            try (InputStream body = body(LONG)) {
                assertThat(body.readAllBytes()).asString().isEqualTo("hello");
            }
        }
    }

    @Test
    void aBodyThatWasCutBeforeAnybodyReadItIsNoticedAtOnce() throws Exception {
        request.send(10, "hello").close();
        request.awaitClosed();
        assertThatThrownBy(() -> body(LONG).readAllBytes())
                .isInstanceOfSatisfying(BodyCut.class, cut -> assertThat(cut.isSilent()).isFalse());
    }

    @Test
    void aBodyThatIsCutWhileItIsReadIsNoticedAtOnce() throws Exception {
        Socket client = request.send(10, "hello");
        InputStream body = body(LONG);
        assertThat(body.readNBytes(5)).asString().isEqualTo("hello");
        client.close();
        assertThatThrownBy(body::readAllBytes).isInstanceOf(BodyCut.class);
    }

    @Test
    void aClientThatFallsSilentIsNotWaitedForForever() throws Exception {
        try (Socket client = request.send(10, "hello")) {
            assertThatThrownBy(() -> body(Duration.ofMillis(600)).readAllBytes())
                    .isInstanceOfSatisfying(BodyCut.class, cut -> assertThat(cut.isSilent()).isTrue());
        }
    }

    private InputStream body(Duration patience) throws Exception {
        return new BodyStream(request.context().request(), patience);
    }
}
