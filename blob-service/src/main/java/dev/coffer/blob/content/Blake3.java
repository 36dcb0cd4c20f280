package dev.coffer.blob.content;

import java.util.Arrays;

/**
 * BLAKE3 without a key, 32 bytes long, of bytes that come in pieces. One thread at a time.
 *
 * @see <a href="https://c2sp.org/BLAKE3">The BLAKE3 Hashing Framework</a>, whose words the names here are
 */
final class Blake3 {
    private static final int HASH_BYTES = 32;
    private static final int BLOCK_BYTES = 64;
    private static final int BLOCKS_OF_CHUNK = 16;
    // Of 2^63 bytes: a subtree of each size from 2^52 chunks down to one, and the last chunk.
    private static final int DEEPEST = 54;
    private static final int CHUNK_START = 1;
    private static final int CHUNK_END = 1 << 1;
    private static final int PARENT = 1 << 2;
    private static final int ROOT = 1 << 3;

    private final int[] chainingValue = Blake3Compression.INITIAL.clone();
    private final byte[] block = new byte[BLOCK_BYTES];
    private int blockLength;
    private int blocksOfChunk;
    private long chunks;
    // Subtrees that wait for their right neighbour; two that lie side by side are the block of their parent.
    private final byte[] subtrees = new byte[DEEPEST * HASH_BYTES];
    private int depth;

    /** Takes the next bytes. */
    void update(byte[] bytes, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (at < end) {
            // The very last block is compressed in another way: a full one is held back until more comes.
            if (blockLength == BLOCK_BYTES) {
                compressBlock(block, 0);
                blockLength = 0;
            }
            if (blockLength == 0 && end - at > BLOCK_BYTES) {
                compressBlock(bytes, at);
                at += BLOCK_BYTES;
            } else {
                int count = Math.min(BLOCK_BYTES - blockLength, end - at);
                System.arraycopy(bytes, at, block, blockLength, count);
                blockLength += count;
                at += count;
            }
        }
    }

    /** The hash of everything so far; called once, at the end. */
    byte[] finish() {
        Arrays.fill(block, blockLength, BLOCK_BYTES, (byte) 0);
        int flags = startOfChunk() | CHUNK_END | (depth == 0 ? ROOT : 0);
        Blake3Compression.compress(chainingValue, block, 0, chunks, blockLength, flags);
        push();
        while (depth > 1) {
            joinLastTwo(depth == 2 ? ROOT : 0);
        }
        return Arrays.copyOf(subtrees, HASH_BYTES);
    }

    private void compressBlock(byte[] bytes, int offset) {
        boolean last = blocksOfChunk == BLOCKS_OF_CHUNK - 1;
        Blake3Compression.compress(chainingValue, bytes, offset, chunks, BLOCK_BYTES,
                startOfChunk() | (last ? CHUNK_END : 0));
        blocksOfChunk++;
        if (last) {
            endChunk();
        }
    }

    private int startOfChunk() {
        return blocksOfChunk == 0 ? CHUNK_START : 0;
    }

    // More follows, so that no parent made here is the root.
    private void endChunk() {
        push();
        chunks++;
        for (long complete = chunks; (complete & 1) == 0; complete >>= 1) {
            joinLastTwo(0);
        }
        startFromInitial();
        blocksOfChunk = 0;
    }

    private void joinLastTwo(int flags) {
        startFromInitial();
        depth -= 2;
        Blake3Compression.compress(chainingValue, subtrees, depth * HASH_BYTES, 0, BLOCK_BYTES, PARENT | flags);
        push();
    }

    private void push() {
        for (int word = 0; word < chainingValue.length; word++) {
            Blake3Compression.INT.set(subtrees, depth * HASH_BYTES + word * Integer.BYTES, chainingValue[word]);
        }
        depth++;
    }

    private void startFromInitial() {
        System.arraycopy(Blake3Compression.INITIAL, 0, chainingValue, 0, chainingValue.length);
    }
}
