package dev.coffer.userdata.file;

import dev.coffer.userdata.address.UserPath;
import java.time.Instant;
import java.util.List;

/**
 * A file or a folder at its new path.
 *
 * @param path relative to the root of the workspace
 * @param size in bytes, of all files together
 * @param modifiedAt when the content was put there; of a folder, the latest
 * @param etag of the file; null for a folder
 */
record MovedFile(String path, long size, Instant modifiedAt, String etag) {

    static MovedFile file(UserFile file) {
        return new MovedFile(file.path, file.size, file.modifiedAt, file.etag());
    }

    static MovedFile folder(UserPath path, List<UserFile> files) {
        return new MovedFile(
                path.value(),
                files.stream().mapToLong(file -> file.size).sum(),
                files.stream().map(file -> file.modifiedAt).max(Instant::compareTo).orElseThrow(),
                null);
    }
}
