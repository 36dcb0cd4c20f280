package dev.coffer.blob.content;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.commons.codec.digest.Blake3;

/** Both digests of a content in one pass. The only place that knows which library computes BLAKE3. */
public final class ContentHasher {
    private static final int HASH_BYTES = 32;

    private final Blake3 blake3 = Blake3.initHash();
    private final MessageDigest sha256 = sha256();
    private long size;

    /** Takes the next bytes. */
    public void update(byte[] bytes, int offset, int length) {
        blake3.update(bytes, offset, length);
        sha256.update(bytes, offset, length);
        size += length;
    }

    /** The digests of everything so far; called once, at the end. */
    public Digests finish() {
        return new Digests(blake3.doFinalize(HASH_BYTES), sha256.digest(), size);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
