package dev.coffer.common.bodies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.error.TruncatedBodyException;
import dev.coffer.common.framework.FrameworkInternals;
import dev.coffer.common.streams.Pace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BodyStreamTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    @RegisterExtension
    final OneRequest request = new OneRequest();

    private volatile boolean stopping;

    @Test
    void aBodyThatIsStillUnderWayWhenThereIsNoTimeLeftIsAnswered() throws Exception {
        try (Socket client = request.send(10, "hello")) {
            InputStream body = body(LONG);
            assertThat(body.readNBytes(5)).asString().isEqualTo("hello");
            stopping = true;
            assertThatThrownBy(body::readAllBytes)
                    .isInstanceOfSatisfying(ServiceException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.UNAVAILABLE));
        }
    }

    @Test
    void aWholeBodyEnds() throws Exception {
        try (Socket client = request.send(5, "hello")) {
            try (InputStream body = body(LONG)) {
                assertThat(body.readAllBytes()).asString().isEqualTo("hello");
            }
        }
    }

    @Test
    void aBodyThatWasCutBeforeItWasReadIsNoticedAtOnce() throws Exception {
        request.send(10, "hello").close();
        request.awaitClosed();
        assertThatThrownBy(() -> body(LONG).readAllBytes())
                .isInstanceOfSatisfying(TruncatedBodyException.class, cut -> assertThat(cut.isSilent()).isFalse());
    }

    @Test
    void aBodyThatIsCutWhileItIsReadIsNoticedAtOnce() throws Exception {
        Socket client = request.send(10, "hello");
        InputStream body = body(LONG);
        assertThat(body.readNBytes(5)).asString().isEqualTo("hello");
        client.close();
        assertThatThrownBy(body::readAllBytes).isInstanceOf(TruncatedBodyException.class);
    }

    @Test
    void aClientThatFallsSilentIsNotWaitedForForever() throws Exception {
        try (Socket client = request.send(10, "hello")) {
            assertThatThrownBy(() -> body(Duration.ofMillis(600)).readAllBytes())
                    .isInstanceOfSatisfying(TruncatedBodyException.class, cut -> assertThat(cut.isSilent()).isTrue());
        }
    }

    @Test
    void bytesNowAndThenDoNotKeepABodyAlive() throws Exception {
        try (Socket client = request.send(1000, "hello")) {
            InputStream body = body(Duration.ofMillis(600));
            Thread drip = Thread.startVirtualThread(() -> drip(client));
            assertThatThrownBy(body::readAllBytes)
                    .isInstanceOfSatisfying(TruncatedBodyException.class, cut -> assertThat(cut.isSilent()).isTrue());
            assertThat(drip.isAlive()).isTrue();
            drip.interrupt();
        }
    }

    @Test
    void whatIsNotReadStaysWithTheClient() throws Exception {
        int length = 16 << 20;
        byte[] sent = new byte[length];
        new Random(1).nextBytes(sent);
        try (Socket client = request.send(length, "")) {
            InputStream body = body(LONG);
            Thread sender = Thread.startVirtualThread(() -> write(client, sent));
            assertThat(sender.join(Duration.ofSeconds(1))).as("all of it was taken").isFalse();
            assertThat(FrameworkInternals.channel(request.context().request().connection()).config().isAutoRead())
                    .isFalse();
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            while (read.size() < length) {
                read.write(body.readNBytes(1 << 20));
            }
            assertThat(read.toByteArray()).isEqualTo(sent);
        }
    }

    private static void write(Socket client, byte[] bytes) {
        try {
            client.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void drip(Socket client) {
        try {
            for (int i = 0; i < 900; i++) {
                client.getOutputStream().write('x');
                Thread.sleep(50);
            }
        } catch (IOException | InterruptedException over) {
            // The body was given up.
        }
    }

    private InputStream body(Duration timeout) throws Exception {
        return new BodyStream(request.context().request(), new Pace(1024, timeout), () -> stopping);
    }
}
