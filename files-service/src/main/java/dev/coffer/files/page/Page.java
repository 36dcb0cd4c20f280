package dev.coffer.files.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param rows what fits
 * @param nextCursor where the next page begins; absent on the last one
 */
public record Page<T>(List<T> rows, @Nullable String nextCursor) {

    /**
     * Cuts what was found to a page.
     *
     * @param found one row more than fits, if there are so many
     * @param behind the cursor behind a row
     */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, String> behind) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<T> rows = found.subList(0, limit);
        return new Page<>(rows, behind.apply(rows.getLast()));
    }
}
