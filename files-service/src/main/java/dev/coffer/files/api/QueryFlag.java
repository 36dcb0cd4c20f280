package dev.coffer.files.api;

import dev.coffer.common.error.ServiceException;
import org.jspecify.annotations.Nullable;

/** A boolean query parameter that is false by default. Older Python SDKs write {@code False}. */
public final class QueryFlag {
    private QueryFlag() {}

    /** @throws ServiceException 400 naming the parameter if it is neither true nor false */
    public static boolean of(String parameter, @Nullable String value) {
        if (value == null || value.equalsIgnoreCase("false")) {
            return false;
        }
        if (value.equalsIgnoreCase("true")) {
            return true;
        }
        throw ServiceException.invalidQuery(parameter, "must be true or false");
    }
}
