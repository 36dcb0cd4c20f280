package dev.coffer.rendering.picture;

import dev.coffer.common.error.ServiceException;
import dev.coffer.rendering.decode.Decoder;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Lets one side read what the other one writes, with a buffer of fixed size between them; the writer runs on a decoder.
 */
final class Pipe {
    private static final int BUFFER = 64 * 1024;

    private Pipe() {}

    /** Writes all of the content. */
    interface Writer {
        void write(OutputStream out) throws IOException;
    }

    /** Reads all of the content. */
    interface Reader<T> {
        T read(InputStream in) throws IOException;
    }

    /** Runs both. If the writer fails, the reader gets an exception instead of the end of the content. */
    static <T> T run(Decoder decoder, Writer writer, Reader<T> reader) throws IOException {
        PipedInputStream in = new PipedInputStream(BUFFER);
        Writing writing = new Writing(decoder, writer, new PipedOutputStream(in));
        return decoder.beside(writing, () -> {
            try (in) {
                return read(reader, in, writing);
            }
        });
    }

    /** A refusal by the writer goes to the client. */
    private static <T> T read(Reader<T> reader, InputStream in, Writing writing) throws IOException {
        try {
            return reader.read(new Written(in, writing));
        } catch (IOException e) {
            if (writing.failure instanceof ServiceException refusal) {
                throw refusal;
            }
            throw e;
        }
    }

    private static final class Writing implements Runnable {
        private final Decoder decoder;
        private final Writer writer;
        private final OutputStream out;
        private volatile @Nullable Throwable failure;

        Writing(Decoder decoder, Writer writer, OutputStream out) {
            this.decoder = decoder;
            this.writer = writer;
            this.out = out;
        }

        @Override
        public void run() {
            try (out) {
                write();
            } catch (IOException e) {
                // The reader has stopped before the end, and reports why.
            }
        }

        /** Sets the failure before the stream is closed, so that the reader finds it at the end. */
        private void write() {
            try {
                writer.write(new Timed(out, decoder));
            } catch (IOException | RuntimeException | Error e) {
                failure = e;
            }
        }
    }

    /** Fails after the deadline. */
    private static final class Timed extends FilterOutputStream {
        private final Decoder decoder;

        Timed(OutputStream out, Decoder decoder) {
            super(out);
            this.decoder = decoder;
        }

        @Override
        public void write(int b) throws IOException {
            decoder.check();
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            decoder.check();
            out.write(bytes, offset, length);
        }
    }

    private static final class Written extends FilterInputStream {
        private final Writing writing;

        Written(InputStream in, Writing writing) {
            super(in);
            this.writing = writing;
        }

        @Override
        public int read() throws IOException {
            return checked(super.read());
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return checked(super.read(target, offset, length));
        }

        private int checked(int result) throws IOException {
            if (result < 0 && writing.failure != null) {
                throw new IOException("the content could not be written", writing.failure);
            }
            return result;
        }
    }
}
