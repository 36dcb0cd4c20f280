package dev.coffer.files.edit;

import static dev.coffer.common.error.ServiceException.invalidBody;

import dev.coffer.common.error.ServiceException;
import dev.coffer.files.change.PartialChange;
import dev.coffer.files.field.FieldLimits;
import dev.coffer.files.field.FieldRules;
import dev.coffer.files.field.Label;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A change of labels: {@code set}, or {@code add} and {@code remove}. */
@Schema(name = "LabelsUpdate")
record LabelsUpdate(
        @Schema(maxItems = FieldLimits.LABELS) @Nullable List<Label> set,
        @Schema(maxItems = FieldLimits.LABELS) @Nullable List<Label> add,
        @Schema(maxItems = FieldLimits.LABELS) @Nullable List<Label> remove) {

    /** @throws ServiceException 400 if a part is wrong by itself */
    static void check(String field, @Nullable LabelsUpdate change) {
        if (change == null) {
            return;
        }
        PartialChange.check(field, change.set(), change.add(), change.remove());
        FieldRules.labels(field + ".set", change.set());
        FieldRules.labels(field + ".add", change.add());
        FieldRules.labels(field + ".remove", change.remove());
    }

    /**
     * What the labels are after the change.
     *
     * @throws ServiceException 400 if they are too many then
     */
    static List<String> of(String field, @Nullable LabelsUpdate change, List<String> current) {
        if (change == null) {
            return current;
        }
        List<String> labels = ListChange.of(current, names(change.set()), names(change.add()), names(change.remove()));
        if (labels.size() > FieldLimits.LABELS) {
            throw invalidBody(field, "must not have more than " + FieldLimits.LABELS + " labels after the change");
        }
        return labels;
    }

    /** The labels that a file may get. */
    static Stream<String> given(@Nullable LabelsUpdate change) {
        return change == null
                ? Stream.of()
                : Stream.of(ListChange.orEmpty(change.set()), ListChange.orEmpty(change.add())).flatMap(List::stream)
                        .map(Label::externalId);
    }

    private static @Nullable List<String> names(@Nullable List<Label> labels) {
        return labels == null ? null : labels.stream().map(Label::externalId).toList();
    }
}
