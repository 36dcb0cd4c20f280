package dev.coffer.common.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StallGuardTest {
    private static final Duration SHORT = Duration.ofMillis(200);

    @Test
    void whoIsSilentForTooLongIsBrokenOff() throws Exception {
        CompletableFuture<Void> brokenOff = new CompletableFuture<>();
        try (StallGuard guard = new StallGuard(SHORT, () -> brokenOff.complete(null))) {
            guard.sending(new ByteArrayInputStream(new byte[10])).readAllBytes();
            brokenOff.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void ourOwnSideMayTakeItsTime() throws Exception {
        CompletableFuture<Void> brokenOff = new CompletableFuture<>();
        PipedOutputStream client = new PipedOutputStream();
        try (StallGuard guard = new StallGuard(SHORT, () -> brokenOff.complete(null));
                InputStream body = guard.sending(new PipedInputStream(client))) {
            Thread reader = Thread.startVirtualThread(() -> readOne(body));
            assertThat(reader.join(SHORT.multipliedBy(4))).isFalse();
            assertThat(brokenOff).isNotDone();
            client.write(1);
            client.flush();
            assertThat(reader.join(Duration.ofSeconds(10))).isTrue();
        }
    }

    @Test
    void aReaderOfASilentSenderGetsAnError() {
        assertThatThrownBy(() -> StallGuard.receiving(new Silent(), SHORT).read()).isInstanceOf(IOException.class);
    }

    @Test
    void anAbortThatBlocksDoesNotBlockOthers() throws Exception {
        CompletableFuture<Void> never = new CompletableFuture<>();
        CompletableFuture<Void> brokenOff = new CompletableFuture<>();
        try (StallGuard blocking = new StallGuard(SHORT, never::join);
                StallGuard other = new StallGuard(SHORT.multipliedBy(3), () -> brokenOff.complete(null))) {
            brokenOff.get(10, TimeUnit.SECONDS);
        } finally {
            never.complete(null);
        }
    }

    private static void readOne(InputStream in) {
        try {
            in.read();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Says nothing until it is closed. */
    private static final class Silent extends BulkStream {
        private final CompletableFuture<Void> closed = new CompletableFuture<>();

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            closed.join();
            throw new IOException("closed");
        }

        @Override
        public void close() {
            closed.complete(null);
        }
    }
}
