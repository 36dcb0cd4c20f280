package dev.coffer.files.filter;

import dev.coffer.files.dataset.EitherId;
import dev.coffer.files.field.FieldLimits;
import dev.coffer.files.field.InternalId;
import dev.coffer.files.geo.GeoFilter;
import dev.coffer.files.page.TimeRange;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the files must be like; everything that is present must hold (cdf-files.md section 3.6). */
public record FileFilter(
        @Schema(maxLength = FieldLimits.NAME) @Nullable String name,
        @Schema(maxLength = FieldLimits.MIME_TYPE) @Nullable String mimeType,
        @Schema(maxLength = FieldLimits.SOURCE) @Nullable String source,
        @Schema(maxLength = FieldLimits.DIRECTORY) @Nullable String directoryPrefix,
        @Schema(maxLength = FieldLimits.EXTERNAL_ID) @Nullable String externalIdPrefix,
        @Schema(maxProperties = FieldLimits.METADATA_PAIRS, description = "Every pair must be there.")
        @Nullable Map<String, String> metadata,
        @Schema(type = SchemaType.ARRAY, implementation = InternalId.class, minItems = 1,
                maxItems = FileFilterRules.MOST,
                description = "Any of them.")
        @Nullable List<Long> assetIds,
        @Schema(description = NO_ASSETS, type = SchemaType.ARRAY, implementation = String.class)
        @Nullable Unsupported assetExternalIds,
        @Schema(description = NO_ASSETS, type = SchemaType.ARRAY, implementation = Object.class)
        @Nullable Unsupported rootAssetIds,
        @Schema(description = NO_ASSETS, type = SchemaType.ARRAY, implementation = Object.class)
        @Nullable Unsupported assetSubtreeIds,
        @Schema(maxItems = FileFilterRules.MOST, description = EitherId.ANY) @Nullable List<EitherId> dataSetIds,
        @Nullable TimeRange createdTime,
        @Nullable TimeRange lastUpdatedTime,
        @Nullable TimeRange uploadedTime,
        @Nullable TimeRange sourceCreatedTime,
        @Nullable TimeRange sourceModifiedTime,
        @Nullable Boolean uploaded,
        @Nullable LabelsFilter labels,
        @Nullable GeoFilter geoLocation,
        @Schema(maxItems = FieldLimits.SECURITY_CATEGORIES, description = "Only [] is taken: no file has any.")
        @Nullable List<Long> securityCategories) {
    static final String NO_ASSETS = "Refused: there is no asset tree here.";

    /** A filter that every file passes. */
    static final FileFilter NONE = new FileFilter(null, null, null, null, null, null, null, null, null, null, null,
            null, null, null, null, null, null, null, null, null);

    static FileFilter orNone(@Nullable FileFilter filter) {
        return filter == null ? NONE : filter;
    }
}
