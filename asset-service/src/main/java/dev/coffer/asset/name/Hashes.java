package dev.coffer.asset.name;

import java.util.regex.Pattern;

/** Hashes as they travel: the algorithm, a colon, 64 lower-case hex digits. */
public final class Hashes {
    /** Of what the API says. */
    public static final String PATTERN = "^blake3:[a-f0-9]{64}$";
    /** Of what clients may say. */
    public static final String EITHER_PATTERN = "^(blake3|sha256):[a-f0-9]{64}$";

    private static final Pattern BLAKE3 = Pattern.compile(PATTERN);
    private static final Pattern EITHER = Pattern.compile(EITHER_PATTERN);

    private Hashes() {}

    public static boolean isBlake3(String text) {
        return BLAKE3.matcher(text).matches();
    }

    public static boolean isHash(String text) {
        return EITHER.matcher(text).matches();
    }

    /** The hex digits of a hash. */
    public static String digits(String hash) {
        return hash.substring(hash.indexOf(':') + 1);
    }
}
