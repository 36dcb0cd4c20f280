package dev.coffer.files.file;

import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Several files. */
@Schema(name = "Files")
public record FilesView(@Schema(required = true) List<FileView> items) {

    public static FilesView of(Collection<FileEntity> files) {
        return new FilesView(files.stream().map(FileView::of).toList());
    }
}
