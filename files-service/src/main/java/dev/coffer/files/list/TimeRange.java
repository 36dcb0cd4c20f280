package dev.coffer.files.list;

import dev.coffer.files.file.FieldRules;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Times in milliseconds since 1970, both ends inclusive; a range without ends wants only that there is a time.
 *
 * @param min null for no lower end
 * @param max null for no upper end
 */
record TimeRange(@Schema(minimum = "0") Long min, @Schema(minimum = "0") Long max) {

    static void check(String field, TimeRange range) {
        if (range != null) {
            FieldRules.time(field + ".min", range.min());
            FieldRules.time(field + ".max", range.max());
        }
    }
}
