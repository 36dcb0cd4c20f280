package dev.coffer.rendering.format;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * How the colours of a JPEG are stored. JFIF, Adobe's segment and the names of components tell it, in that order, as
 * libjpeg has it; Java's reader guesses otherwise, so it is given one segment that leaves nothing to guess.
 */
final class JpegColours {
    private static final byte[] JFIF = segment("\u00ff\u00e0\0\20JFIF\0\1\1\0\0\1\0\1\0\0");
    private static final byte[] RGB = segment("\u00ff\u00ee\0\16Adobe\0\144\0\0\0\0\0");
    private static final byte[] YCCK = segment("\u00ff\u00ee\0\16Adobe\0\144\0\0\0\0\2");
    private static final int COMPONENTS = 5;
    private static final int FIRST = 6;
    private static final int SPECIFICATION = 3;

    private boolean jfif;
    private int adobe = -1;
    private int components;
    private String names = "";

    private static byte[] segment(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    void jfif(boolean seen) {
        jfif |= seen;
    }

    /** @param transform 0 for none */
    void adobe(int transform) {
        adobe = transform;
    }

    /** Reads the data of a frame segment. */
    void components(ByteBuffer frame) {
        components = Byte.toUnsignedInt(frame.get(COMPONENTS));
        for (int at = FIRST; at + SPECIFICATION <= frame.limit(); at += SPECIFICATION) {
            names += (char) frame.get(at);
        }
    }

    int components() {
        return components;
    }

    byte[] segment() {
        return switch (components) {
            case 3 -> jfif || adobe > 0 || adobe < 0 && !names.equals("RGB") ? JFIF : RGB;
            case 4 -> adobe > 0 ? YCCK : RGB;
            default -> JFIF;
        };
    }
}
