package dev.coffer.files.edit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.coffer.common.error.ServiceException;
import dev.coffer.files.field.FieldLimits;
import dev.coffer.files.file.InstanceId;
import dev.coffer.files.identifier.Identifier;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which files to delete. */
record DeleteFilesRequest(
        @Schema(required = true, maxItems = DeleteFilesRequest.MOST, uniqueItems = true) @Nullable List<Item> items,
        @Schema(defaultValue = "false", description = "Whether unknown files are left out instead of refused.")
        @Nullable Boolean ignoreUnknownIds) {
    static final int MOST = 1000;

    /** A file, named in exactly one way. One that belongs to a data model is deleted there. */
    @Schema(name = "DeletedFile")
    record Item(
            @Schema(minimum = "1", maximum = FieldLimits.MAX_ID) @Nullable Long id,
            @Schema(maxLength = FieldLimits.EXTERNAL_ID) @Nullable String externalId,
            @Schema(hidden = true) @Nullable InstanceId instanceId) {}

    /** @throws ServiceException 400 if an instanceId is among them (cdf-files.md section 3.12) */
    @JsonIgnore
    @Nullable
    List<Identifier> identifiers() {
        return items == null ? null : items.stream().map(DeleteFilesRequest::identifier).toList();
    }

    private static Identifier identifier(@Nullable Item item) {
        if (item != null && item.instanceId() != null) {
            throw ServiceException.invalidBody("items",
                    "must be named by id or externalId: delete the instance instead");
        }
        return item == null ? new Identifier(null, null, null) : new Identifier(item.id(), item.externalId(), null);
    }
}
