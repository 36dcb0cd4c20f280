package dev.coffer.common.text;

import dev.coffer.common.error.ServiceException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a text may contain to be stored and given back unchanged, and how texts are compared without regard to case. */
public final class Text {
    private Text() {}

    /**
     * Checks a text of a JSON body.
     *
     * @param maxLength in characters (code points)
     * @return the value
     * @throws ServiceException 400 naming the field: too long, NUL or a lone surrogate
     */
    public static <T extends @Nullable String> T check(String field, T value, int maxLength) {
        if (value == null) {
            return value;
        }
        if (value.codePointCount(0, value.length()) > maxLength) {
            throw ServiceException.invalidBody(field, "must have at most " + maxLength + " characters");
        }
        if (!storable(value)) {
            throw ServiceException.invalidBody(field, "must not contain NUL or unpaired surrogates");
        }
        return value;
    }

    /**
     * A text as it is compared where case does not matter: the full case folding of Unicode, independent of the locale,
     * by which ß is ss as well, and the ligature ﬁ is fi; and ı is i. What becomes of a character never depends on
     * those beside it, so a part of a text is a part of the folded one.
     */
    public static String folded(String text) {
        String small = text.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        // Which of the two small sigmas Java takes depends on what stands beside it.
        return small.replace('ς', 'σ');
    }

    /** Whether PostgreSQL and UTF-8 can hold the text: no NUL, no lone surrogate. */
    public static boolean storable(String value) {
        return value.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(value);
    }
}
