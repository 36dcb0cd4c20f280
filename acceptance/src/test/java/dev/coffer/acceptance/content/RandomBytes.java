package dev.coffer.acceptance.content;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Pseudo-random bytes of any length that cost no memory and are the same every time (SplitMix64). */
final class RandomBytes extends InputStream {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final int WORD = Long.BYTES;

    private final long seed;
    private final long size;
    private long position;

    RandomBytes(long seed, long size) {
        this.seed = seed;
        this.size = size;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (position >= size) {
            return -1;
        }
        int count = (int) Math.min(length, size - position);
        fill(target, offset, count);
        position += count;
        return count;
    }

    private void fill(byte[] target, int offset, int count) {
        ByteBuffer words = ByteBuffer.wrap(target).order(ByteOrder.LITTLE_ENDIAN);
        int done = 0;
        while (done < count) {
            long at = position + done;
            int inWord = (int) (at % WORD);
            if (inWord == 0 && count - done >= WORD) {
                words.putLong(offset + done, word(at / WORD));
                done += WORD;
            } else {
                target[offset + done] = (byte) (word(at / WORD) >>> (WORD * inWord));
                done++;
            }
        }
    }

    private long word(long index) {
        long z = seed + (index + 1) * GOLDEN;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    @Override
    public long skip(long n) {
        long skipped = Math.max(0, Math.min(n, size - position));
        position += skipped;
        return skipped;
    }
}
