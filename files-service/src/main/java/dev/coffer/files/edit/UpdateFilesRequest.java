package dev.coffer.files.edit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.coffer.files.field.FieldLimits;
import dev.coffer.files.file.InstanceId;
import dev.coffer.files.identifier.Identifier;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which files to change, and how. */
record UpdateFilesRequest(
        @Schema(required = true, maxItems = UpdateFilesRequest.MOST) List<Item> items) {
    static final int MOST = 1000;

    /** A file, named in exactly one way, and its changes. */
    @Schema(name = "FileUpdateItem")
    record Item(
            @Schema(minimum = "1", maximum = FieldLimits.MAX_ID) @Nullable Long id,
            @Schema(maxLength = FieldLimits.EXTERNAL_ID) @Nullable String externalId,
            @Nullable InstanceId instanceId,
            @Schema(required = true) FileUpdate update) {

        @JsonIgnore
        Identifier identifier() {
            return new Identifier(id, externalId, instanceId);
        }
    }
}
