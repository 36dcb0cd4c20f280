package dev.coffer.files.filter;

import static dev.coffer.common.error.ServiceException.invalidBody;

import dev.coffer.files.field.FieldLimits;
import dev.coffer.files.field.FieldRules;
import dev.coffer.files.field.Label;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Files with one of these labels, with all of those, or, if both are given, both. */
record LabelsFilter(
        @Schema(minItems = 1, maxItems = FieldLimits.LABELS) @Nullable List<Label> containsAny,
        @Schema(minItems = 1, maxItems = FieldLimits.LABELS) @Nullable List<Label> containsAll) {

    static void check(String field, @Nullable LabelsFilter filter) {
        if (filter == null) {
            return;
        }
        if (filter.containsAny() == null && filter.containsAll() == null) {
            throw invalidBody(field, "must have containsAny or containsAll");
        }
        check(field + ".containsAny", filter.containsAny());
        check(field + ".containsAll", filter.containsAll());
    }

    private static void check(String field, @Nullable List<Label> labels) {
        if (labels != null && labels.isEmpty()) {
            throw invalidBody(field, "must have 1 to " + FieldLimits.LABELS + " labels, or be absent");
        }
        FieldRules.labels(field, labels);
    }
}
