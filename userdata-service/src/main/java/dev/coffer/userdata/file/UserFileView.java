package dev.coffer.userdata.file;

import dev.coffer.common.json.JsonRules;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A user file as an upload answers it.
 *
 * @param path relative to the root of the workspace
 * @param size in bytes
 * @param modified when the content was put there
 */
@Schema(name = "UserDataResponseFull")
record UserFileView(
        String path, long size, @Schema(type = SchemaType.STRING, format = "date-time") Object modified) {

    static UserFileView of(UserFile file, UserFileConfig.TimeFormat format) {
        return new UserFileView(file.path, file.size, time(file.modifiedAt, format));
    }

    static UserFileView of(MovedFile moved, UserFileConfig.TimeFormat format) {
        return new UserFileView(moved.path(), moved.size(), time(moved.modifiedAt(), format));
    }

    private static Object time(Instant time, UserFileConfig.TimeFormat format) {
        return switch (format) {
            case ISO -> JsonRules.TIME.format(time);
            case EPOCH_MS -> time.toEpochMilli();
        };
    }
}
