package dev.coffer.blob.store;

import java.io.InputStream;
import java.util.function.Supplier;

/**
 * Bytes for the store.
 *
 * @param stream opens them; called again only if they are repeatable
 * @param length exactly so many
 * @param repeatable whether a failed attempt can be repeated
 */
public record Source(Supplier<InputStream> stream, long length, boolean repeatable) {

    /** Bytes that pass by once. */
    public static Source once(InputStream in, long length) {
        return new Source(() -> in, length, false);
    }

    /** Bytes that are held in memory. */
    public static Source repeatable(Supplier<InputStream> stream, long length) {
        return new Source(stream, length, true);
    }
}
