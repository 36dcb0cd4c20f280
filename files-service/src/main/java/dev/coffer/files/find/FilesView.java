package dev.coffer.files.find;

import dev.coffer.files.file.FileEntity;
import dev.coffer.files.file.FileView;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Several files. */
@Schema(name = "Files")
record FilesView(@Schema(required = true) List<FileView> items) {
    static FilesView of(Collection<FileEntity> files) {
        return new FilesView(files.stream().map(FileView::of).toList());
    }
}
