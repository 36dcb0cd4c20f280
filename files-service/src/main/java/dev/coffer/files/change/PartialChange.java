package dev.coffer.files.change;

import static dev.coffer.common.error.ServiceException.invalidBody;

import dev.coffer.common.error.ServiceException;
import org.jspecify.annotations.Nullable;

/** What changes of lists and of metadata have in common: {@code set} alone, or {@code add}, {@code remove} or both. */
public final class PartialChange {
    private PartialChange() {}

    /**
     * Refuses a change that says two things, or nothing: {@code {"set": null}} and {@code {"setNull": true}}, which
     * belong to single values, would else seem to have emptied the list.
     *
     * @throws ServiceException 400 naming the field
     */
    public static void check(String field, @Nullable Object set, @Nullable Object add, @Nullable Object remove) {
        boolean partial = add != null || remove != null;
        if ((set != null) == partial) {
            throw invalidBody(field, "must have either set, or add and remove");
        }
    }
}
