package dev.coffer.asset.v2;

import dev.coffer.common.error.ServiceException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long an asset shall live: {@code expires_in}, in seconds. */
final class Retention {
    static final int SHORTEST = 60;
    static final int LONGEST = 604800;

    private static final String FIELD = "expires_in";

    private Retention() {}

    /** The field of a form. */
    static @Nullable Duration parse(String text) {
        try {
            return checked(Long.valueOf(text));
        } catch (NumberFormatException e) {
            throw refused();
        }
    }

    /** @param seconds as asked for; if absent, for ever */
    static @Nullable Duration checked(@Nullable Long seconds) {
        if (seconds != null && (seconds < SHORTEST || seconds > LONGEST)) {
            throw refused();
        }
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }

    private static ServiceException refused() {
        return ServiceException.invalidBody(FIELD, "must be a number of seconds from " + SHORTEST + " to " + LONGEST);
    }
}
