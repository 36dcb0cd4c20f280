package dev.coffer.files.api;

import dev.coffer.common.error.ServiceException;
import org.jspecify.annotations.Nullable;

/** The query parameter {@code parts} (cdf-files.md section 3.3). */
public final class PartCount {
    public static final int MOST = 250;
    /** {@link #MOST} as an annotation wants it. */
    public static final String MOST_TEXT = "250";

    private PartCount() {}

    /** @throws ServiceException 400 unless it is a number from 1 to 250 */
    public static int parse(@Nullable String text) {
        int parts = text != null && text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
        if (parts < 1 || parts > MOST) {
            throw ServiceException.invalidQuery("parts", "is required: a number from 1 to " + MOST);
        }
        return parts;
    }
}
