package dev.coffer.files.list;

import dev.coffer.files.file.FieldLimits;
import dev.coffer.files.filter.FileFilter;
import dev.coffer.files.page.PageLimit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to look for, and among which files. */
record SearchFilesRequest(
        @Nullable Search search,
        @Nullable FileFilter filter,
        @Schema(minimum = "1", defaultValue = PageLimit.DEFAULT_TEXT, description = PageLimit.CLAMPED) @Nullable Long limit) {

    /** @param name a whole name, its beginning, words of it in any order, or something like it, in any case */
    @Schema(name = "FileSearch")
    record Search(@Schema(maxLength = FieldLimits.NAME) @Nullable String name) {}

    /** The text to look for; null if only the filter counts. */
    @Nullable String text() {
        return search == null || search.name() == null || search.name().isBlank() ? null : search.name().strip();
    }
}
