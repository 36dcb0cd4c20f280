package dev.coffer.blob.buffer;

/** Pools for tests of other packages. */
public final class BufferPools {
    private BufferPools() {}

    public static BufferPool of(BufferConfig config) {
        return new BufferPool(config);
    }
}
