package dev.coffer.files.list;

import dev.coffer.files.filter.FileFilter;
import dev.coffer.files.page.PageLimit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which page of which files. */
record ListFilesRequest(
        @Nullable FileFilter filter,
        @Schema(minimum = "1", defaultValue = PageLimit.DEFAULT_TEXT, description = PageLimit.CLAMPED) @Nullable Long limit,
        @Schema(description = "The nextCursor of the page before.") @Nullable String cursor,
        @Schema(pattern = Partition.PATTERN, description = "m/n: the m-th of n equal slices of all files.")
                @Nullable String partition) {}
