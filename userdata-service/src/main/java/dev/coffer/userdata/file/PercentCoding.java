package dev.coffer.userdata.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-decoding as user files need it (comfy.md section 5.1): strict, and plus signs stay. */
final class PercentCoding {
    private PercentCoding() {}

    /**
     * Decodes a part of a request target once, and once more if an encoded slash is left: gateways and clients
     * that encode twice are common. The server hands on each byte of the target as one character.
     */
    static String decodeTarget(String raw) {
        String once = decode(raw.getBytes(StandardCharsets.ISO_8859_1));
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
            throw UserPath.invalid("The path is not valid UTF-8.");
        }
    }

    private static int digit(byte[] encoded, int position) {
        int value = position < encoded.length ? Character.digit(encoded[position], 16) : -1;
        if (value < 0) {
            throw UserPath.invalid("The path contains a % that is not followed by two hexadecimal digits.");
        }
        return value;
    }
}
