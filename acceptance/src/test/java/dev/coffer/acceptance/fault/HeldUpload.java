package dev.coffer.acceptance.fault;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.harness.Answer;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** An upload that pauses in the middle of its body until the test resumes it. */
final class HeldUpload {
    private static final int TIMEOUT_SECONDS = 120;

    private final Target target;
    private final Payload payload;
    private final CountDownLatch inTheMiddle = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final Future<Answer> answer;

    HeldUpload(Target target, Payload payload) {
        this.target = target;
        this.payload = payload;
        Payload held = new Payload(
                payload.name(), payload.mimeType(), payload.size(), () -> new HeldStream(payload.open()));
        this.answer = Executors.newVirtualThreadPerTaskExecutor().submit(() -> target.send(held));
    }

    Target target() {
        return target;
    }

    Payload payload() {
        return payload;
    }

    void awaitTheMiddle() {
        try {
            if (!inTheMiddle.await(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("The upload never got to its middle: " + target);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void goOn() {
        goOn.countDown();
    }

    /** Whether the client was told that its content is stored. */
    boolean succeeded() {
        return answer().filter(a -> a.status() < 300).isPresent();
    }

    private Optional<Answer> answer() {
        try {
            return Optional.of(answer.get());
        } catch (ExecutionException connectionLost) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private final class HeldStream extends FilterInputStream {
        private long count;

        HeldStream(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (count >= payload.size() / 2) {
                inTheMiddle.countDown();
                await();
            }
            int read = super.read(target, offset, length);
            count += Math.max(0, read);
            return read;
        }

        private void await() throws IOException {
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }
}
