package dev.coffer.files.label;

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
}
