package dev.coffer.userdata.move;

import dev.coffer.userdata.address.UserPath;
import dev.coffer.userdata.file.FileContent;
import dev.coffer.userdata.file.UserFile;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file or a folder at its new path.
 *
 * @param path relative to the root of the workspace
 * @param size in bytes, of all files together
 * @param modifiedAt when the content was put there; of a folder, the latest
 * @param etag of the file; a folder has none
 */
record MovedFile(String path, long size, Instant modifiedAt, @Nullable String etag) {

    static MovedFile file(UserFile file) {
        FileContent content = file.content();
        return new MovedFile(content.path(), content.size(), content.modifiedAt(), content.etag());
    }

    static MovedFile folder(UserPath path, List<UserFile> files) {
        return new MovedFile(
                path.value(),
                files.stream().mapToLong(file -> file.content().size()).sum(),
                files.stream().map(file -> file.content().modifiedAt()).max(Instant::compareTo).orElseThrow(),
                null);
    }
}
