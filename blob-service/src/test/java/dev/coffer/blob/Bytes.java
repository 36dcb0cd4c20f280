package dev.coffer.blob;

import java.io.ByteArrayOutputStream;
import java.util.SplittableRandom;

/** Contents for tests. */
public final class Bytes {
    private Bytes() {}

    public static byte[] random(int size) {
        return random(size, size);
    }

    /** Bytes that look like no others, unless seed and size are the same. */
    public static byte[] random(int seed, int size) {
        byte[] content = new byte[size];
        new SplittableRandom(seed).nextBytes(content);
        return content;
    }

    /** The parts one after another. */
    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
