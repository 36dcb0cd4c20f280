package dev.coffer.userdata.list;

import dev.coffer.userdata.address.UserFolder;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A user file in a list (comfy.md section 5.2).
 *
 * @param path relative to the folder that is listed
 * @param size in bytes
 * @param modified milliseconds since the epoch
 * @param created milliseconds since the epoch
 */
@Schema(name = "UserDataFile")
record ListedFileView(
        @Schema(required = true) String path,
        @Schema(required = true) long size,
        @Schema(required = true) long modified,
        @Schema(required = true) long created) {

    static ListedFileView of(UserFolder folder, ListedFile file) {
        return new ListedFileView(
                folder.relative(file.path()), file.size(), file.modifiedMicros() / 1000, file.createdMicros() / 1000);
    }
}
