package dev.coffer.acceptance.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.apache.commons.codec.digest.Blake3;

/**
 * Content to upload. It can be produced again and again, so that large content is never held in memory.
 *
 * @param name a file name
 * @param mimeType what a client would say it is
 * @param size in bytes
 * @param source opens the content
 */
public record Payload(String name, String mimeType, long size, Supplier<InputStream> source) {
    private static final int CHUNK = 1 << 16;

    public InputStream open() {
        return source.get();
    }

    /** The same content under another file name. */
    public Payload named(String other) {
        return new Payload(other, mimeType, size, source);
    }

    /** Bytes {@code from} (inclusive) to {@code to} (exclusive). */
    public byte[] slice(long from, long to) {
        try (InputStream in = open()) {
            in.skipNBytes(from);
            return in.readNBytes((int) (to - from));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All bytes; for small content. */
    public byte[] bytes() {
        return slice(0, size);
    }

    /** {@code blake3:<hex>} as the APIs write it. */
    public String blake3() {
        Blake3 hash = Blake3.initHash();
        eachChunk(hash::update);
        return "blake3:" + HexFormat.of().formatHex(hash.doFinalize(32));
    }

    /** {@code sha256:<hex>} as the APIs write it. */
    public String sha256() {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            eachChunk(hash::update);
            return "sha256:" + HexFormat.of().formatHex(hash.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Fails unless the stream has exactly this content. */
    public void assertSame(InputStream actual) {
        try (InputStream expected = open()) {
            long offset = 0;
            while (true) {
                byte[] want = expected.readNBytes(CHUNK);
                byte[] got = actual.readNBytes(CHUNK);
                int mismatch = Arrays.mismatch(want, got);
                assertThat(mismatch).as("first difference of %s after byte %d", name, offset).isEqualTo(-1);
                if (want.length == 0) {
                    return;
                }
                offset += want.length;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name + " (" + size + " bytes)";
    }

    private interface Chunks {
        void take(byte[] buffer, int offset, int length);
    }

    private void eachChunk(Chunks chunks) {
        byte[] buffer = new byte[CHUNK];
        try (InputStream in = open()) {
            for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
                chunks.take(buffer, 0, count);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
