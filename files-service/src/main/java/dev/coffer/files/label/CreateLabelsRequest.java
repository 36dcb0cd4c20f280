package dev.coffer.files.label;

import dev.coffer.files.file.FieldLimits;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** New definitions of labels. */
record CreateLabelsRequest(@Schema(required = true, maxItems = LabelRules.MOST) List<Item> items) {

    /** What a client says about a label. */
    @Schema(name = "NewLabelDefinition")
    record Item(
            @Schema(required = true, maxLength = FieldLimits.EXTERNAL_ID) String externalId,
            @Schema(required = true, minLength = 1, maxLength = LabelRules.NAME) String name,
            @Schema(maxLength = LabelRules.DESCRIPTION) @Nullable String description,
            @Schema(minimum = "1", maximum = FieldLimits.MAX_ID) @Nullable Long dataSetId) {}
}
