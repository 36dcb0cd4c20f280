package dev.coffer.userdata.key;

import dev.coffer.common.caller.ApiKeyVerifier;
import dev.coffer.common.time.Ids;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * An API key as its holder knows it: {@code cfr_<id>_<secret>}.
 *
 * @param id of the row that says what the key stands for
 * @param secret 256 random bits in base64url
 */
record KeySecret(UUID id, String secret) {
    private static final Pattern FORM = Pattern.compile(
            ApiKeyVerifier.PREFIX + "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_([A-Za-z0-9_-]{43})");
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new key that nobody can guess. */
    static KeySecret random() {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return new KeySecret(Ids.next(), Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** Reads a key; empty if it has another form. */
    static Optional<KeySecret> parse(String key) {
        Matcher match = FORM.matcher(key);
        return match.matches()
                ? Optional.of(new KeySecret(UUID.fromString(match.group(1)), match.group(2)))
                : Optional.empty();
    }

    /** What is kept of the secret. It is long and random, so a slow hash would add nothing. */
    byte[] hash() {
        return DigestUtils.sha256(secret);
    }

    /** Compares in a time that says nothing about the hash. */
    boolean matches(byte[] hash) {
        return MessageDigest.isEqual(hash(), hash);
    }

    /** The key as it is given to its holder, once. */
    String text() {
        return ApiKeyVerifier.PREFIX + id + "_" + secret;
    }

    @Override
    public String toString() {
        return ApiKeyVerifier.PREFIX + id;
    }
}
