package dev.coffer.asset.filter;

import dev.coffer.common.error.ServiceException;
import dev.coffer.common.text.Text;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads single query parameters; an empty one counts as absent, an invalid one is a 400 that names it. */
public final class QueryParameters {
    /** Beyond the end of any list. */
    private static final long FAR = 1_000_000_000_000L;

    private QueryParameters() {}

    /** How many rows a page has at most. */
    public static int limit(@Nullable String text, int otherwise, int max) {
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("0*[1-9]\\d{0,3}") || Integer.parseInt(text) > max) {
            throw ServiceException.invalidQuery("limit", "must be a number from 1 to " + max);
        }
        return Integer.parseInt(text);
    }

    /** How many rows precede the page. */
    public static long offset(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return 0;
        }
        if (!text.matches("\\d{1,100}")) {
            throw ServiceException.invalidQuery("offset", "must be a number from 0 on");
        }
        return text.length() > 18 ? FAR : Math.min(FAR, Long.parseLong(text));
    }

    public static boolean flag(String parameter, @Nullable String text, boolean otherwise) {
        return switch (text == null ? "" : text.toLowerCase(Locale.ROOT)) {
            case "" -> otherwise;
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw ServiceException.invalidQuery(parameter, "must be true or false");
        };
    }

    /** The text, or an empty one if it is absent. */
    public static String text(String parameter, @Nullable String text) {
        if (text == null) {
            return "";
        }
        if (!Text.storable(text)) {
            throw ServiceException.invalidQuery(parameter, "must not contain NUL or unpaired surrogates");
        }
        return text;
    }

    public static boolean absent(@Nullable String text) {
        return text == null || text.isEmpty();
    }
}
