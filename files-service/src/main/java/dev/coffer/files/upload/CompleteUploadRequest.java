package dev.coffer.files.upload;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.coffer.files.file.FieldLimits;
import dev.coffer.files.file.InstanceId;
import dev.coffer.files.identifier.Identifier;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A file, named in exactly one way, and which of its uploads has all parts. */
record CompleteUploadRequest(
        @Schema(minimum = "1", maximum = FieldLimits.MAX_ID) @Nullable Long id,
        @Schema(maxLength = FieldLimits.EXTERNAL_ID) @Nullable String externalId,
        @Nullable InstanceId instanceId,
        @Schema(required = true) String uploadId) {

    @JsonIgnore
    Identifier identifier() {
        return new Identifier(id, externalId, instanceId);
    }
}
