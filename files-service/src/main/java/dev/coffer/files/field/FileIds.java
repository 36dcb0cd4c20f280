package dev.coffer.files.field;

import java.security.SecureRandom;

/**
 * Ids that clients can hold in a double, spread over the whole range: partitions of a list are equal slices of
 * it (cdf-files.md section 3.6).
 */
public final class FileIds {
    /** 2^53 - 1. */
    public static final long MAX = 9007199254740991L;

    private static final SecureRandom RANDOM = new SecureRandom();

    private FileIds() {}

    public static long next() {
        return RANDOM.nextLong(1, MAX + 1);
    }
}
