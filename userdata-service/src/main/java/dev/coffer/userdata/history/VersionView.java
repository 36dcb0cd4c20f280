package dev.coffer.userdata.history;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.coffer.userdata.version.FileVersion;
import dev.coffer.userdata.version.VersionContent;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The present content of a file, or an earlier one.
 *
 * @param version names it when it is read or restored
 * @param current whether the file has it now
 * @param size in bytes
 * @param hash of the content
 * @param modified when it was put there
 * @param modifiedBy subject of the person who saved it
 * @param replaced when the file got another one, or was deleted; absent for the present one
 * @param expires until when it can be restored; absent unless the file is deleted
 */
@Schema(name = "UserDataVersion")
record VersionView(
        @Schema(required = true) UUID version,
        @Schema(required = true) boolean current,
        @Schema(required = true) long size,
        @Schema(required = true) String hash,
        @Schema(required = true) Instant modified,
        @Schema(required = true) @JsonProperty("modified_by") String modifiedBy,
        @Nullable Instant replaced,
        @Nullable Instant expires) {

    static VersionView of(VersionContent present) {
        return new VersionView(present.version(), true, present.size(), present.hash(), present.savedAt(),
                present.savedBy(), null, null);
    }

    static VersionView of(FileVersion past) {
        VersionContent content = past.content();
        return new VersionView(content.version(), false, content.size(), content.hash(), content.savedAt(),
                content.savedBy(), past.replacedAt(), past.expiresAt());
    }
}
