package dev.coffer.files.upload;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.coffer.files.file.FileEntity;
import dev.coffer.files.file.FileView;
import dev.coffer.files.upload.UploadSessions.UploadSession;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A file with the link to which its content goes; flat (cdf-files.md section 0.1).
 *
 * @param file everything about it
 * @param uploadUrl where to PUT; the link is the right, no token is needed
 */
@Schema(name = "CreatedFile")
public record CreatedFileView(@JsonUnwrapped FileView file, @Schema(required = true) String uploadUrl) {

    public static CreatedFileView of(FileEntity file, UploadSession session) {
        return new CreatedFileView(FileView.of(file), session.urls().getFirst());
    }
}
