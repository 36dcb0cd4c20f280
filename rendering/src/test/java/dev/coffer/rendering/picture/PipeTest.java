package dev.coffer.rendering.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.common.error.ServiceException;
import dev.coffer.rendering.decode.Decoders;
import dev.coffer.rendering.decode.TestLimits;
import dev.coffer.rendering.limit.ImageErrorCode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PipeTest {
    private static final byte[] BLOCK = new byte[10_000];

    private final Decoders decoders = new Decoders(TestLimits.with("decoders", "4"), new SimpleMeterRegistry());

    @Test
    void whatIsWrittenIsReadAndWrittenOnAPlatformThread() throws IOException {
        AtomicBoolean virtual = new AtomicBoolean(true);
        long length = run(out -> {
            virtual.set(Thread.currentThread().isVirtual());
            for (int i = 0; i < 100; i++) {
                out.write(BLOCK);
            }
        }, in -> (long) in.readAllBytes().length);
        assertThat(length).isEqualTo(1_000_000);
        assertThat(virtual).isFalse();
    }

    @Test
    void aRefusalByTheWriterIsThrownAndOtherFailuresBreakTheContent() {
        assertThatThrownBy(() -> run(out -> {
            out.write(BLOCK);
            throw new ServiceException(ImageErrorCode.IMAGE_TOO_LARGE, "too long");
        }, InputStream::readAllBytes)).isInstanceOf(ServiceException.class).hasMessage("too long");
        assertThatThrownBy(() -> run(out -> {
            out.write(BLOCK);
            throw new IllegalStateException("x");
        }, InputStream::readAllBytes)).isInstanceOf(IOException.class);
    }

    @Test
    void theWriterHasEndedWhenTheReaderGivesUp() {
        AtomicBoolean ended = new AtomicBoolean();
        assertThatThrownBy(() -> run(out -> {
            try {
                while (true) {
                    out.write(BLOCK);
                }
            } finally {
                ended.set(true);
            }
        }, in -> {
            in.read();
            throw new IOException("no room");
        })).isInstanceOf(IOException.class).hasMessage("no room");
        assertThat(ended).isTrue();
    }

    @Test
    void anImageIsNotWrittenPastItsDeadline() {
        Decoders hurried = new Decoders(TestLimits.with("deadline", "PT0.1S"), new SimpleMeterRegistry());
        assertThatThrownBy(() -> hurried.with("tenant", decoder -> Pipe.run(decoder, out -> {
            while (true) {
                out.write(BLOCK);
            }
        }, in -> {
            while (in.read(BLOCK.clone()) >= 0) {
                continue;
            }
            return null;
        }))).isInstanceOf(ServiceException.class).hasMessageContaining("takes longer");
    }

    private <T> T run(Pipe.Writer writer, Pipe.Reader<T> reader) throws IOException {
        return decoders.with("tenant", decoder -> Pipe.run(decoder, writer, reader));
    }
}
