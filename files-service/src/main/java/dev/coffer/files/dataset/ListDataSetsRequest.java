package dev.coffer.files.dataset;

import dev.coffer.files.file.Limits;
import dev.coffer.files.page.PageLimit;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which page of which data sets. */
record ListDataSetsRequest(
        Filter filter,
        @Schema(minimum = "1", defaultValue = PageLimit.DEFAULT_TEXT, description = PageLimit.CLAMPED) Long limit,
        @Schema(description = "The nextCursor of the page before.") String cursor) {

    /** What the data sets must be like; everything that is present must hold. */
    @Schema(name = "DataSetFilter")
    record Filter(
            @Schema(maxLength = Limits.EXTERNAL_ID) String externalIdPrefix,
            Map<String, String> metadata,
            Boolean writeProtected) {}
}
