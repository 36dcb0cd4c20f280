package dev.coffer.userdata.address;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Random texts, some of which are paths: special segments, and any character of Unicode. */
public final class RandomPaths {
    private static final String[] PIECES = {
        "/", ".", "..", "%", "%2F", "%2e", "a", " ", "\\", ":", "é", "😀", "\u0000", "\uD800", "\u202E", "+", ";", "?",
        "#"
    };

    private RandomPaths() {}

    public static String next(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(12); length > 0; length--) {
            boolean piece = random.nextInt(3) > 0;
            text.append(piece
                    ? PIECES[random.nextInt(PIECES.length)]
                    : Character.toString(random.nextInt(Character.MAX_CODE_POINT + 1)));
        }
        return text.toString();
    }

    /** Whether a path with this text is normalised or decoded twice (comfy.md section 5.1). */
    public static boolean changes(String text) {
        return text.matches("(?s).*(%2F|%2f|//|(^|/)\\.\\.?(/|$)).*") || hasLoneSurrogate(text);
    }

    /** An encoder of URLs puts a question mark in its place. */
    private static boolean hasLoneSurrogate(String text) {
        return !StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
