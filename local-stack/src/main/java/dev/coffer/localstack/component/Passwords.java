package dev.coffer.localstack.component;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Random secrets. */
public final class Passwords {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    /** 192 bits in letters, digits, - and _: safe in URLs, shells, JSON and properties. Starts with a letter. */
    public static String password() {
        return "p" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(24));
    }

    /** 256 bits as 64 hexadecimal digits. */
    public static String key() {
        return HexFormat.of().formatHex(bytes(32));
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
