package dev.coffer.files.filter;

import dev.coffer.files.dataset.EitherId;
import dev.coffer.files.file.FieldLimits;
import dev.coffer.files.file.InternalId;
import dev.coffer.files.geo.GeoFilter;
import dev.coffer.files.page.TimeRange;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the files must be like; everything that is present must hold (cdf-files.md section 3.6). */
public record FileFilter(
        @Schema(maxLength = FieldLimits.NAME) String name,
        @Schema(maxLength = FieldLimits.MIME_TYPE) String mimeType,
        @Schema(maxLength = FieldLimits.SOURCE) String source,
        @Schema(maxLength = FieldLimits.DIRECTORY) String directoryPrefix,
        @Schema(maxLength = FieldLimits.EXTERNAL_ID) String externalIdPrefix,
        @Schema(maxProperties = FieldLimits.METADATA_PAIRS, description = "Every pair must be there.")
                Map<String, String> metadata,
        @Schema(type = SchemaType.ARRAY, implementation = InternalId.class, minItems = 1, maxItems = FileFilterRules.MOST,
                        description = "Any of them.")
                List<Long> assetIds,
        @Schema(description = NO_ASSETS, type = SchemaType.ARRAY, implementation = String.class)
                Unsupported assetExternalIds,
        @Schema(description = NO_ASSETS, type = SchemaType.ARRAY, implementation = Object.class)
                Unsupported rootAssetIds,
        @Schema(description = NO_ASSETS, type = SchemaType.ARRAY, implementation = Object.class)
                Unsupported assetSubtreeIds,
        @Schema(maxItems = FileFilterRules.MOST, description = EitherId.ANY) List<EitherId> dataSetIds,
        TimeRange createdTime,
        TimeRange lastUpdatedTime,
        TimeRange uploadedTime,
        TimeRange sourceCreatedTime,
        TimeRange sourceModifiedTime,
        Boolean uploaded,
        LabelsFilter labels,
        GeoFilter geoLocation,
        @Schema(maxItems = FieldLimits.SECURITY_CATEGORIES, description = "Only [] is taken: no file has any.")
                List<Long> securityCategories) {
    static final String NO_ASSETS = "Refused: there is no asset tree here.";

    /** A filter that every file passes. */
    static final FileFilter NONE = new FileFilter(null, null, null, null, null, null, null, null, null, null, null,
            null, null, null, null, null, null, null, null, null);

    static FileFilter orNone(FileFilter filter) {
        return filter == null ? NONE : filter;
    }
}
