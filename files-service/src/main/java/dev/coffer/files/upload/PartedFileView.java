package dev.coffer.files.upload;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.coffer.files.api.PartCount;
import dev.coffer.files.file.FileEntity;
import dev.coffer.files.file.FileView;
import dev.coffer.files.upload.UploadSessions.UploadSession;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A file with the links to which the parts of its content go; flat (cdf-files.md section 0.1).
 *
 * @param file everything about it
 * @param uploadId what to say when all parts are there
 * @param uploadUrls where to PUT, in the order of the parts; the links are the right, no token is needed
 */
@Schema(name = "FileInParts")
public record PartedFileView(
        @JsonUnwrapped FileView file,
        @Schema(required = true) String uploadId,
        @Schema(required = true, minItems = 1, maxItems = PartCount.MOST) List<String> uploadUrls) {

    public static PartedFileView of(FileEntity file, UploadSession session) {
        return new PartedFileView(FileView.of(file), session.upload().toString(), session.urls());
    }
}
