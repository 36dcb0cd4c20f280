package dev.coffer.files.list;

import dev.coffer.files.file.FileEntity;
import dev.coffer.files.file.FileView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of files. */
@Schema(name = "FilePage")
record FilePageView(
        @Schema(required = true) List<FileView> items,
        @Schema(description = "Where the next page begins; absent on the last one.") String nextCursor) {

    static FilePageView of(List<FileEntity> files, String nextCursor) {
        return new FilePageView(files.stream().map(FileView::of).toList(), nextCursor);
    }
}
