package dev.coffer.files.dataset;

import dev.coffer.files.page.PageLimit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which page of which data sets. */
record ListDataSetsRequest(
        DataSetFilter filter,
        @Schema(minimum = "1", defaultValue = PageLimit.DEFAULT_TEXT, description = PageLimit.CLAMPED) Long limit,
        @Schema(description = "The nextCursor of the page before.") String cursor) {}
