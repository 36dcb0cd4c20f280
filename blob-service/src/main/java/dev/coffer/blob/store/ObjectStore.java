package dev.coffer.blob.store;

import dev.coffer.common.content.ByteRange;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * Where the bytes are, by key. An object appears under its key complete or not at all. Every method throws
 * {@link IOException} when the store does not do what was asked; nothing is retried that cannot be repeated.
 */
public interface ObjectStore {
    /** Smallest size of every part but the last, in bytes. */
    long MIN_PART = 5L << 20;

    /** Largest size of an object in one piece, and of a part, in bytes. */
    long MAX_PIECE = 5L << 30;

    /** Returns if the store answers within 3 s and has the bucket. */
    void check() throws IOException;

    /** Stores an object in one piece. If reading the source fails, there is no object. */
    void put(String key, Source source) throws IOException;

    /** Begins an object in parts; the answer names it in the following calls. */
    String startParts(String key) throws IOException;

    /** Stores a part; a part that is there is replaced. */
    Part putPart(String key, String uploadId, int number, Source source) throws IOException;

    /** Makes a part of a whole object, whose bytes stay in the store. */
    Part copyPart(String key, String uploadId, int number, String sourceKey) throws IOException;

    /**
     * Makes the parts, in the order of their numbers, the object. Not done if a part is missing; parts that are not
     * named are left out.
     */
    void completeParts(String key, String uploadId, List<Part> parts) throws IOException;

    /** Throws the parts away. Not an error if there are none. */
    void abortParts(String key, String uploadId) throws IOException;

    /** Size of the object in bytes, if it exists. */
    Optional<Long> size(String key) throws IOException;

    /** The bytes of a range; closing the stream early ends the transfer. */
    InputStream get(String key, ByteRange range) throws IOException;

    /** Deletes the object. Not an error if there is none. */
    void delete(String key) throws IOException;

    /** A part that the store has. */
    record Part(int number, String etag) {}
}
