package dev.coffer.files.create;

import dev.coffer.files.field.FieldLimits;
import dev.coffer.files.field.InternalId;
import dev.coffer.files.field.Label;
import dev.coffer.files.geo.GeoLocation;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a client says about a file. Null means absent; members that are not here have no effect. */
public record CreateFileRequest(
        @Schema(required = true, minLength = 1, maxLength = FieldLimits.NAME,
                description = "Need not be unique.") String name,
        @Schema(maxLength = FieldLimits.EXTERNAL_ID, description = "Unique among the files of the project.")
        @Nullable String externalId,
        @Schema(maxLength = FieldLimits.DIRECTORY, description = "An absolute path: starts with a slash.")
        @Nullable String directory,
        @Schema(maxLength = FieldLimits.SOURCE) @Nullable String source,
        @Schema(maxLength = FieldLimits.MIME_TYPE) @Nullable String mimeType,
        @Schema(
                maxProperties = FieldLimits.METADATA_PAIRS,
                description = "Keys of at most 128 bytes, values of at most 10240, together at most 10240.")
        @Nullable Map<String, String> metadata,
        @Schema(type = SchemaType.ARRAY, implementation = InternalId.class, minItems = 1,
                maxItems = FieldLimits.ASSET_IDS)
        @Nullable List<Long> assetIds,
        @Schema(minimum = "1", maximum = FieldLimits.MAX_ID) @Nullable Long dataSetId,
        @Schema(minimum = "0", description = "Milliseconds since 1970.") @Nullable Long sourceCreatedTime,
        @Schema(minimum = "0", description = "Milliseconds since 1970.") @Nullable Long sourceModifiedTime,
        @Schema(
                type = SchemaType.ARRAY,
                implementation = InternalId.class,
                maxItems = FieldLimits.SECURITY_CATEGORIES,
                description = "Must be empty: a restriction that is not enforced is not accepted.")
        @Nullable List<Long> securityCategories,
        @Schema(maxItems = FieldLimits.LABELS, uniqueItems = true) @Nullable List<Label> labels,
        @Nullable GeoLocation geoLocation) {}
