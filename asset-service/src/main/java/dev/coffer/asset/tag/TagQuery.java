package dev.coffer.asset.tag;

import dev.coffer.asset.filter.QueryParameters;
import dev.coffer.common.error.ServiceException;
import org.jspecify.annotations.Nullable;

/**
 * Which tags, in which order, and which page of them.
 *
 * @param prefix how they begin; empty for all
 * @param includeZero whether tags are wanted that no asset has any more
 */
record TagQuery(
        String prefix, boolean includeZero, boolean includePublic, boolean mostUsedFirst, int limit, long offset) {
    private static final int MAX_PREFIX = 256;
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1000;

    /** @throws ServiceException 400 that names what is wrong (comfy.md section 2.11) */
    static TagQuery of(TagListParameters asked) {
        return new TagQuery(
                prefix(asked.prefix),
                QueryParameters.flag("include_zero", asked.includeZero, false),
                QueryParameters.flag("include_public", asked.includePublic, true),
                mostUsedFirst(asked.order),
                limit(asked.limit),
                QueryParameters.offset(asked.offset));
    }

    /** The most used ones of all. */
    static TagQuery top(boolean includePublic, int limit) {
        return new TagQuery("", false, includePublic, true, limit, 0);
    }

    static int limit(@Nullable String text) {
        return QueryParameters.limit(text, DEFAULT_LIMIT, MAX_LIMIT);
    }

    private static String prefix(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String prefix = QueryParameters.text("prefix", text).strip();
        if (prefix.isEmpty() || prefix.length() > MAX_PREFIX) {
            throw ServiceException.invalidQuery("prefix", "must have 1 to " + MAX_PREFIX + " characters");
        }
        return prefix;
    }

    private static boolean mostUsedFirst(@Nullable String order) {
        return switch (order) {
            case null -> true;
            case "", "count_desc" -> true;
            case "name_asc" -> false;
            default -> throw ServiceException.invalidQuery("order", "must be count_desc or name_asc");
        };
    }
}
