package dev.coffer.common.http;

import dev.coffer.common.error.ServiceException;
import java.nio.charset.StandardCharsets;

/** What a text may contain to be stored and given back unchanged. */
public final class Text {
    private Text() {}

    /**
     * Checks a text of a JSON body.
     *
     * @param maxLength in characters (code points)
     * @return the value, which may be null
     * @throws ServiceException 400 naming the field: too long, NUL or a lone surrogate
     */
    public static String check(String field, String value, int maxLength) {
        if (value == null) {
            return null;
        }
        if (value.codePointCount(0, value.length()) > maxLength) {
            throw ServiceException.invalidBody(field, "must have at most " + maxLength + " characters");
        }
        if (!storable(value)) {
            throw ServiceException.invalidBody(field, "must not contain NUL or unpaired surrogates");
        }
        return value;
    }

    /** Whether PostgreSQL and UTF-8 can hold the text: no NUL, no lone surrogate. */
    public static boolean storable(String value) {
        return value.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(value);
    }
}
