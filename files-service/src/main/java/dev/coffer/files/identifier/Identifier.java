package dev.coffer.files.identifier;

import dev.coffer.files.field.FieldLimits;
import dev.coffer.files.file.FileEntity;
import dev.coffer.files.file.InstanceId;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a client names a file: exactly one of the three. Answers echo the one that was used. */
@Schema(description = "Exactly one of id, externalId and instanceId.")
public record Identifier(
        @Schema(minimum = "1", maximum = FieldLimits.MAX_ID) @Nullable Long id,
        @Schema(maxLength = FieldLimits.EXTERNAL_ID) @Nullable String externalId,
        @Nullable InstanceId instanceId) {

    /** Which of the three it is. */
    public enum Kind {
        ID,
        EXTERNAL_ID,
        INSTANCE_ID
    }

    public static Identifier ofId(long id) {
        return new Identifier(id, null, null);
    }

    public static Identifier ofExternalId(String externalId) {
        return new Identifier(null, externalId, null);
    }

    public static Identifier ofInstanceId(InstanceId instanceId) {
        return new Identifier(null, null, instanceId);
    }

    public Kind kind() {
        if (id != null) {
            return Kind.ID;
        }
        return externalId != null ? Kind.EXTERNAL_ID : Kind.INSTANCE_ID;
    }

    /** Whether it is this file that is meant. */
    public boolean names(FileEntity file) {
        if (id != null) {
            return id == file.key.id();
        }
        return externalId != null ? externalId.equals(file.externalId) : Objects.equals(instanceId, file.instanceId);
    }

    /** As messages write it. */
    @Nullable
    String text() {
        if (id != null) {
            return id.toString();
        }
        return externalId != null || instanceId == null
                ? externalId
                : instanceId.space() + ":" + instanceId.externalId();
    }
}
