package dev.coffer.userdata.file;

import dev.coffer.common.json.JsonRules;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A user file in the answer to an upload.
 *
 * @param path relative to the root of the workspace
 * @param size in bytes
 * @param modified when the content was put there
 */
@Schema(name = "UserDataResponseFull")
public record UserFileView(
        String path, long size, @Schema(type = SchemaType.STRING, format = "date-time") Object modified) {

    /** A file with its present content, its time in this form. */
    public static UserFileView of(UserFile file, UserFileConfig.TimeFormat format) {
        return of(file.path, file.size, file.modifiedAt, format);
    }

    /** A file or a folder, its time in this form. */
    public static UserFileView of(String path, long size, Instant modifiedAt, UserFileConfig.TimeFormat format) {
        return new UserFileView(path, size, time(modifiedAt, format));
    }

    private static Object time(Instant time, UserFileConfig.TimeFormat format) {
        return switch (format) {
            case ISO -> JsonRules.TIME.format(time);
            case EPOCH_MS -> time.toEpochMilli();
        };
    }
}
