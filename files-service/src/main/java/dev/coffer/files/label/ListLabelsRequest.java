package dev.coffer.files.label;

import dev.coffer.files.dataset.EitherId;
import dev.coffer.files.file.FieldLimits;
import dev.coffer.files.page.PageLimit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which page of which labels. */
record ListLabelsRequest(
        @Nullable Filter filter,
        @Schema(minimum = "1", defaultValue = PageLimit.DEFAULT_TEXT, description = PageLimit.CLAMPED) @Nullable Long limit,
        @Schema(description = "The nextCursor of the page before.") @Nullable String cursor) {

    /** What the labels must be like; everything that is present must hold. */
    @Schema(name = "LabelFilter")
    record Filter(
            @Schema(maxLength = LabelRules.NAME) @Nullable String name,
            @Schema(maxLength = FieldLimits.EXTERNAL_ID) @Nullable String externalIdPrefix,
            @Schema(maxItems = LabelRules.DATA_SETS, description = EitherId.ANY) @Nullable List<EitherId> dataSetIds) {}
}
