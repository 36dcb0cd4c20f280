package dev.coffer.files.page;

import dev.coffer.common.error.ServiceException;
import org.jspecify.annotations.Nullable;

/** How many items an answer may have. */
public final class PageLimit {
    public static final String DEFAULT_TEXT = "100";
    public static final String CLAMPED = "More than 1000 counts as 1000.";

    private static final int DEFAULT = 100;
    private static final int MOST = 1000;

    private PageLimit() {}

    /**
     * The limit that was asked for, cut to what is possible.
     *
     * @throws ServiceException 400 below 1
     */
    public static int of(@Nullable Long asked) {
        if (asked == null) {
            return DEFAULT;
        }
        if (asked < 1) {
            throw ServiceException.invalidBody("limit", "must be from 1 to " + MOST);
        }
        return (int) Math.min(asked, MOST);
    }
}
