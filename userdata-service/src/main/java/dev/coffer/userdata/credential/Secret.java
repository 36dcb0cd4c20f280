package dev.coffer.userdata.credential;

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
 * A credential as its holder knows it: {@code <prefix><id>_<secret>}.
 *
 * @param prefix tells the kinds of credential apart
 * @param id of the row that says what the credential stands for
 * @param secret 256 random bits in base64url
 */
public record Secret(String prefix, UUID id, String secret) {
    private static final Pattern FORM =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_([A-Za-z0-9_-]{43})");
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new random credential. */
    public static Secret random(String prefix) {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return new Secret(prefix, Ids.next(), Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** Reads a credential of this kind; empty if it has another form. */
    public static Optional<Secret> parse(String prefix, String text) {
        if (!text.startsWith(prefix)) {
            return Optional.empty();
        }
        Matcher match = FORM.matcher(text.substring(prefix.length()));
        return match.matches()
                ? Optional.of(new Secret(prefix, UUID.fromString(match.group(1)), match.group(2)))
                : Optional.empty();
    }

    /** The hash that is stored. The secret is long and random, so a slow hash would add nothing. */
    public byte[] hash() {
        return DigestUtils.sha256(secret);
    }

    /** Compares in constant time. */
    boolean matches(byte[] hash) {
        return MessageDigest.isEqual(hash(), hash);
    }

    /** The credential as it is given to its holder, once. */
    public String text() {
        return prefix + id + "_" + secret;
    }

    @Override
    public String toString() {
        return prefix + id;
    }
}
