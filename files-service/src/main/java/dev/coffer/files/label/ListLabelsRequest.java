package dev.coffer.files.label;

import dev.coffer.files.dataset.EitherId;
import dev.coffer.files.file.FieldLimits;
import dev.coffer.files.page.PageLimit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which page of which labels. */
record ListLabelsRequest(
        Filter filter,
        @Schema(minimum = "1", defaultValue = PageLimit.DEFAULT_TEXT, description = PageLimit.CLAMPED) Long limit,
        @Schema(description = "The nextCursor of the page before.") String cursor) {

    /** What the labels must be like; everything that is present must hold. */
    @Schema(name = "LabelFilter")
    record Filter(
            @Schema(maxLength = LabelRules.NAME) String name,
            @Schema(maxLength = FieldLimits.EXTERNAL_ID) String externalIdPrefix,
            @Schema(maxItems = LabelRules.DATA_SETS, description = EitherId.ANY) List<EitherId> dataSetIds) {}
}
