package dev.coffer.files.label;

import dev.coffer.files.field.FieldLimits;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Definitions of labels, or a page of them. */
@Schema(name = "LabelDefinitions")
record LabelsView(
        @Schema(required = true) List<LabelView> items,
        @Schema(description = "Where the next page begins; absent on the last one.") @Nullable String nextCursor) {

    static LabelsView of(List<LabelEntity> labels, @Nullable String nextCursor) {
        return new LabelsView(labels.stream().map(LabelView::of).toList(), nextCursor);
    }

    /** The definition of a label as clients see it; what is unset is absent. */
    @Schema(name = "LabelDefinition")
    record LabelView(
            @Schema(required = true, maxLength = FieldLimits.EXTERNAL_ID) String externalId,
            @Schema(required = true) String name,
            @Nullable String description,
            @Schema(minimum = "1", maximum = FieldLimits.MAX_ID) @Nullable Long dataSetId,
            @Schema(required = true, minimum = "0") long createdTime) {

        static LabelView of(LabelEntity label) {
            return new LabelView(
                    label.key.externalId(), label.name, label.description, label.dataSetId,
                    label.createdAt.toEpochMilli());
        }
    }
}
