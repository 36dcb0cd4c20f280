package dev.coffer.files.list;

import dev.coffer.files.file.FileEntity;
import dev.coffer.files.file.FileView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of files. */
@Schema(name = "FilePage")
record FilePageView(
        @Schema(required = true) List<FileView> items,
        @Schema(description = "Where the next page begins; absent on the last one.") @Nullable String nextCursor) {

    static FilePageView of(List<FileEntity> files, @Nullable String nextCursor) {
        return new FilePageView(files.stream().map(FileView::of).toList(), nextCursor);
    }
}
