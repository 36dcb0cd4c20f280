package dev.coffer.files.list;

import dev.coffer.files.field.FieldLimits;
import dev.coffer.files.filter.FileFilter;
import dev.coffer.files.page.PageLimit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The bodies of requests that look for files. */
final class FileListRequests {
    private FileListRequests() {}

    /** Which page of which files. */
    @Schema(name = "ListFilesRequest")
    record ListFilesRequest(
            @Nullable FileFilter filter,
            @Schema(minimum = "1", defaultValue = PageLimit.DEFAULT_TEXT, description = PageLimit.CLAMPED)
            @Nullable Long limit,
            @Schema(description = "The nextCursor of the page before.") @Nullable String cursor,
            @Schema(pattern = Partition.PATTERN, description = "m/n: the m-th of n equal slices of all files.")
            @Nullable String partition) {}

    /** What to look for, and among which files. */
    @Schema(name = "SearchFilesRequest")
    record SearchFilesRequest(
            @Nullable Search search,
            @Nullable FileFilter filter,
            @Schema(minimum = "1", defaultValue = PageLimit.DEFAULT_TEXT, description = PageLimit.CLAMPED)
            @Nullable Long limit) {

        /** @param name a whole name, its beginning, words of it in any order, or something like it, in any case */
        @Schema(name = "FileSearch")
        record Search(@Schema(maxLength = FieldLimits.NAME) @Nullable String name) {}

        /** The text to look for; if absent only the filter counts. */
        @Nullable
        String text() {
            return search == null || search.name() == null || search.name().isBlank() ? null : search.name().strip();
        }
    }

    /** Which files to count; without a filter all. */
    @Schema(name = "AggregateFilesRequest")
    record AggregateFilesRequest(FileFilter filter) {}
}
