package dev.coffer.files.dataset;

import dev.coffer.files.page.PageLimit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which page of which data sets. */
record ListDataSetsRequest(
        @Nullable DataSetFilter filter,
        @Schema(minimum = "1", defaultValue = PageLimit.DEFAULT_TEXT, description = PageLimit.CLAMPED) @Nullable Long limit,
        @Schema(description = "The nextCursor of the page before.") @Nullable String cursor) {}
