package dev.coffer.files.page;

import dev.coffer.common.database.SqlText;
import dev.coffer.files.field.FieldRules;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Times in milliseconds since 1970, both ends inclusive; a range without ends wants only that there is a time.
 *
 * @param min the lower end, if there is one
 * @param max the upper end, if there is one
 */
public record TimeRange(@Schema(minimum = "0") @Nullable Long min, @Schema(minimum = "0") @Nullable Long max) {
    /** The end of the year 9999: later than any time of ours, and within what PostgreSQL can say. */
    private static final long FAR = 253402300799999L;

    /**
     * Passes an absent range.
     *
     * @throws ServiceException 400 naming the end and what is allowed
     */
    public static void check(String field, @Nullable TimeRange range) {
        if (range != null) {
            FieldRules.time(field + ".min", range.min());
            FieldRules.time(field + ".max", range.max());
        }
    }

    /**
     * Adds the condition that a column with times lies in the range, if there is one. Rows know microseconds, clients
     * milliseconds: the last one of a range counts whole.
     */
    public static void addTo(SqlText sql, String column, @Nullable TimeRange range) {
        if (range == null) {
            return;
        }
        sql.add(" and " + column + " is not null");
        if (range.min() != null) {
            sql.add(" and " + column + " >= ?", Instant.ofEpochMilli(Math.min(range.min(), FAR)));
        }
        if (range.max() != null) {
            sql.add(" and " + column + " < ?", Instant.ofEpochMilli(Math.min(range.max(), FAR)).plusMillis(1));
        }
    }
}
