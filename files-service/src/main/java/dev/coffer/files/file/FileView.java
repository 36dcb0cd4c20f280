package dev.coffer.files.file;

import dev.coffer.files.field.FieldLimits;
import dev.coffer.files.field.InternalId;
import dev.coffer.files.field.Label;
import dev.coffer.files.geo.GeoLocation;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A file as clients see it. What is unset or empty is absent: the JS SDK makes 1970 of a null time
 * (cdf-files.md sections 0.7 and 2).
 */
@Schema(name = "File")
public record FileView(
        @Schema(required = true, minimum = "1", maximum = FieldLimits.MAX_ID) Long id,
        @Schema(maxLength = FieldLimits.EXTERNAL_ID) @Nullable String externalId,
        @Nullable InstanceId instanceId,
        @Schema(required = true, maxLength = FieldLimits.NAME) String name,
        @Schema(maxLength = FieldLimits.DIRECTORY) @Nullable String directory,
        @Schema(maxLength = FieldLimits.SOURCE) @Nullable String source,
        @Schema(maxLength = FieldLimits.MIME_TYPE) @Nullable String mimeType,
        @Schema(maxProperties = FieldLimits.METADATA_PAIRS) @Nullable Map<String, String> metadata,
        @Schema(type = SchemaType.ARRAY, implementation = InternalId.class, minItems = 1,
                maxItems = FieldLimits.ASSET_IDS)
        @Nullable List<Long> assetIds,
        @Schema(minimum = "1", maximum = FieldLimits.MAX_ID) @Nullable Long dataSetId,
        @Schema(minimum = "0") @Nullable Long sourceCreatedTime,
        @Schema(minimum = "0") @Nullable Long sourceModifiedTime,
        @Schema(
                type = SchemaType.ARRAY,
                implementation = InternalId.class,
                maxItems = FieldLimits.SECURITY_CATEGORIES,
                description = "Never set: security categories are not supported.")
        @Nullable List<Long> securityCategories,
        @Schema(maxItems = FieldLimits.LABELS) @Nullable List<Label> labels,
        @Nullable GeoLocation geoLocation,
        @Schema(required = true, description = "Whether the file has content.") boolean uploaded,
        @Schema(minimum = "0") @Nullable Long uploadedTime,
        @Schema(required = true, minimum = "0") Long createdTime,
        @Schema(required = true, minimum = "0") Long lastUpdatedTime) {

    public static FileView of(FileEntity file) {
        return new FileView(
                file.key.id(),
                file.externalId,
                file.instanceId,
                file.name,
                file.directory,
                file.source,
                file.mimeType,
                file.metadata == null || file.metadata.isEmpty() ? null : file.metadata,
                unlessEmpty(file.assetIds),
                file.dataSetId,
                file.sourceCreatedTime,
                file.sourceModifiedTime,
                null,
                file.labels == null ? null : unlessEmpty(file.labels.stream().map(Label::new).toList()),
                file.geoLocation,
                file.content != null,
                file.content == null ? null : millis(file.content.uploadedAt()),
                millis(file.createdAt),
                millis(file.updatedAt));
    }

    private static <T extends Collection<?>> @Nullable T unlessEmpty(@Nullable T values) {
        return values == null || values.isEmpty() ? null : values;
    }

    private static Long millis(Instant time) {
        return time.toEpochMilli();
    }
}
