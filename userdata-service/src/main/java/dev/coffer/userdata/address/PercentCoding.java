package dev.coffer.userdata.address;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-decoding as user files need it (comfy.md section 5.1): strict, and plus signs stay. */
public final class PercentCoding {
    private PercentCoding() {}

    /**
     * Decodes a part of a request target once, and once more if an encoded slash is left: gateways and clients that
     * encode twice are common. The server represents each byte of the target as one character.
     */
    public static String decodeTarget(String raw) {
        return decodeAgain(decodeOnce(raw));
    }

    /** Decodes a part of a request target exactly once. */
    public static String decodeOnce(String raw) {
        return decode(raw.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Decodes a text that was decoded already, if an encoded slash is left. */
    public static String decodeAgain(String once) {
        return once.contains("%2F") || once.contains("%2f") ? decode(once.getBytes(StandardCharsets.UTF_8)) : once;
    }

    private static String decode(byte[] encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length);
        for (int i = 0; i < encoded.length; i++) {
            if (encoded[i] == '%') {
                bytes.write(16 * digit(encoded, i + 1) + digit(encoded, i + 2));
                i += 2;
            } else {
                bytes.write(encoded[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
        } catch (CharacterCodingException e) {
            throw invalid("The address is not valid UTF-8.");
        }
    }

    private static int digit(byte[] encoded, int position) {
        int value = position < encoded.length ? Character.digit(encoded[position], 16) : -1;
        if (value < 0) {
            throw invalid("The address contains a % that is not followed by two hexadecimal digits.");
        }
        return value;
    }

    private static ServiceException invalid(String rule) {
        return new ServiceException(ErrorCode.INVALID_PATH, rule);
    }
}
