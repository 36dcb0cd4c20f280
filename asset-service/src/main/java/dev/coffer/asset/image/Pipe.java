package dev.coffer.asset.image;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;

/** What one side writes the other one reads, with a buffer of fixed size between them. */
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

    /** Runs both; content whose writer fails has no end, but breaks for the reader. */
    static <T> T run(Writer writer, Reader<T> reader) throws IOException {
        try (PipedInputStream in = new PipedInputStream(BUFFER)) {
            PipedOutputStream out = new PipedOutputStream(in);
            Writing writing = new Writing(writer, out);
            Thread.ofVirtual().start(writing);
            return reader.read(new Written(in, writing));
        }
    }

    private static final class Writing implements Runnable {
        private final Writer writer;
        private final OutputStream out;
        private volatile Throwable failure;

        Writing(Writer writer, OutputStream out) {
            this.writer = writer;
            this.out = out;
        }

        @Override
        public void run() {
            try (out) {
                write();
            } catch (IOException e) {
                // The reader has gone before the end, and knows why.
            }
        }

        /** The failure is known before the end is. */
        private void write() {
            try {
                writer.write(out);
            } catch (IOException | RuntimeException | Error e) {
                failure = e;
            }
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
