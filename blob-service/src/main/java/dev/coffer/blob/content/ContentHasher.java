package dev.coffer.blob.content;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Both digests of a content in one pass. */
public final class ContentHasher {
    private final Blake3 blake3 = new Blake3();
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
        return new Digests(blake3.finish(), sha256.digest(), size);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
