package dev.coffer.blob.content;

import static java.lang.Integer.rotateRight;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The compression function of BLAKE3, on which the speed of every upload depends. */
final class Blake3Compression {
    /** The chaining value that a chunk and a parent begin with. */
    static final int[] INITIAL = {
        0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A, 0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19};

    /** A word of a block, or of a chaining value that is part of one. */
    static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int ROUNDS = 7;

    private Blake3Compression() {}

    /**
     * Mixes a block into a chaining value.
     *
     * @param chaining eight words, which become the next chaining value
     * @param bytes    holds the 64 bytes of the block
     * @param offset   where the block begins
     * @param counter  the number of the chunk, 0 for a parent
     * @param length   how many bytes of the block count, 0 to 64; the others are 0
     * @param flags    what the block is
     */
    // One method with local variables, because only these can be kept in registers: with arrays, or with the rounds
    // written out one after another, the same takes half as long again to twice as long.
    static void compress(int[] chaining, byte[] bytes, int offset, long counter, int length, int flags) {
        int m0 = word(bytes, offset, 0), m1 = word(bytes, offset, 1);
        int m2 = word(bytes, offset, 2), m3 = word(bytes, offset, 3);
        int m4 = word(bytes, offset, 4), m5 = word(bytes, offset, 5);
        int m6 = word(bytes, offset, 6), m7 = word(bytes, offset, 7);
        int m8 = word(bytes, offset, 8), m9 = word(bytes, offset, 9);
        int m10 = word(bytes, offset, 10), m11 = word(bytes, offset, 11);
        int m12 = word(bytes, offset, 12), m13 = word(bytes, offset, 13);
        int m14 = word(bytes, offset, 14), m15 = word(bytes, offset, 15);
        int v0 = chaining[0], v1 = chaining[1], v2 = chaining[2], v3 = chaining[3];
        int v4 = chaining[4], v5 = chaining[5], v6 = chaining[6], v7 = chaining[7];
        int v8 = INITIAL[0], v9 = INITIAL[1], v10 = INITIAL[2], v11 = INITIAL[3];
        int v12 = (int) counter, v13 = (int) (counter >>> Integer.SIZE), v14 = length, v15 = flags;
        // @formatter:off: a table of steps
        for (int round = 0; round < ROUNDS; round++) {
            // The columns, then the diagonals.
            v0 += v4 + m0; v12 = rotateRight(v12 ^ v0, 16); v8 += v12; v4 = rotateRight(v4 ^ v8, 12);
            v0 += v4 + m1; v12 = rotateRight(v12 ^ v0, 8); v8 += v12; v4 = rotateRight(v4 ^ v8, 7);
            v1 += v5 + m2; v13 = rotateRight(v13 ^ v1, 16); v9 += v13; v5 = rotateRight(v5 ^ v9, 12);
            v1 += v5 + m3; v13 = rotateRight(v13 ^ v1, 8); v9 += v13; v5 = rotateRight(v5 ^ v9, 7);
            v2 += v6 + m4; v14 = rotateRight(v14 ^ v2, 16); v10 += v14; v6 = rotateRight(v6 ^ v10, 12);
            v2 += v6 + m5; v14 = rotateRight(v14 ^ v2, 8); v10 += v14; v6 = rotateRight(v6 ^ v10, 7);
            v3 += v7 + m6; v15 = rotateRight(v15 ^ v3, 16); v11 += v15; v7 = rotateRight(v7 ^ v11, 12);
            v3 += v7 + m7; v15 = rotateRight(v15 ^ v3, 8); v11 += v15; v7 = rotateRight(v7 ^ v11, 7);
            v0 += v5 + m8; v15 = rotateRight(v15 ^ v0, 16); v10 += v15; v5 = rotateRight(v5 ^ v10, 12);
            v0 += v5 + m9; v15 = rotateRight(v15 ^ v0, 8); v10 += v15; v5 = rotateRight(v5 ^ v10, 7);
            v1 += v6 + m10; v12 = rotateRight(v12 ^ v1, 16); v11 += v12; v6 = rotateRight(v6 ^ v11, 12);
            v1 += v6 + m11; v12 = rotateRight(v12 ^ v1, 8); v11 += v12; v6 = rotateRight(v6 ^ v11, 7);
            v2 += v7 + m12; v13 = rotateRight(v13 ^ v2, 16); v8 += v13; v7 = rotateRight(v7 ^ v8, 12);
            v2 += v7 + m13; v13 = rotateRight(v13 ^ v2, 8); v8 += v13; v7 = rotateRight(v7 ^ v8, 7);
            v3 += v4 + m14; v14 = rotateRight(v14 ^ v3, 16); v9 += v14; v4 = rotateRight(v4 ^ v9, 12);
            v3 += v4 + m15; v14 = rotateRight(v14 ^ v3, 8); v9 += v14; v4 = rotateRight(v4 ^ v9, 7);
            // The message words change places, in two cycles of eight.
            int m = m0;
            m0 = m2; m2 = m3; m3 = m10; m10 = m12; m12 = m9; m9 = m11; m11 = m5; m5 = m;
            m = m1;
            m1 = m6; m6 = m4; m4 = m7; m7 = m13; m13 = m14; m14 = m15; m15 = m8; m8 = m;
        }
        chaining[0] = v0 ^ v8; chaining[1] = v1 ^ v9; chaining[2] = v2 ^ v10; chaining[3] = v3 ^ v11;
        chaining[4] = v4 ^ v12; chaining[5] = v5 ^ v13; chaining[6] = v6 ^ v14; chaining[7] = v7 ^ v15;
        // @formatter:on
    }

    private static int word(byte[] bytes, int offset, int index) {
        return (int) INT.get(bytes, offset + index * Integer.BYTES);
    }
}
