package dev.coffer.files.list;

import dev.coffer.common.error.ServiceException;
import dev.coffer.files.field.FileIds;
import org.jspecify.annotations.Nullable;

/**
 * An equal slice of the ids, which are random: clients read several slices at the same time (cdf-files.md
 * section 3.6).
 *
 * @param first the first id of the slice
 * @param last the last id of the slice
 */
record Partition(long first, long last) {
    static final Partition WHOLE = new Partition(1, FileIds.MAX);
    static final String PATTERN = "^([1-9]|10)/([1-9]|10)$";

    private static final int MOST = 10;
    private static final long IDS = FileIds.MAX + 1;

    /**
     * Reads {@code m/n}; if absent, the whole list.
     *
     * @throws ServiceException 400 unless 1 <= m <= n <= 10
     */
    static Partition parse(@Nullable String text) {
        if (text == null) {
            return WHOLE;
        }
        if (text.matches(PATTERN)) {
            String[] parts = text.split("/");
            int m = Integer.parseInt(parts[0]);
            int n = Integer.parseInt(parts[1]);
            if (m <= n) {
                return new Partition(Math.max(1, IDS * (m - 1) / n), IDS * m / n - 1);
            }
        }
        throw ServiceException.invalidBody("partition", "must be m/n with 1 <= m <= n <= " + MOST);
    }
}
