package dev.coffer.files.label;

import dev.coffer.files.file.FieldLimits;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

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
                label.key.externalId(), label.name, label.description, label.dataSetId, label.createdAt.toEpochMilli());
    }
}
