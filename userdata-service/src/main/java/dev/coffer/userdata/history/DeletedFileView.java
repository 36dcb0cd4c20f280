package dev.coffer.userdata.history;

import dev.coffer.userdata.version.FileVersion;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A deleted file that can be restored.
 *
 * @param path relative to the root
 * @param version its last content
 * @param size in bytes
 * @param deleted when it was deleted
 * @param expires until when it can be restored
 */
@Schema(name = "UserDataDeletedFile")
record DeletedFileView(
        @Schema(required = true) String path,
        @Schema(required = true) UUID version,
        @Schema(required = true) long size,
        @Schema(required = true) Instant deleted,
        @Schema(required = true) Instant expires) {

    static DeletedFileView of(FileVersion last) {
        return new DeletedFileView(last.path(), last.content().version(), last.content().size(), last.replacedAt(),
                Objects.requireNonNull(last.expiresAt(), "set once the file is deleted"));
    }
}
