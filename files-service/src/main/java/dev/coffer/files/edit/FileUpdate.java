package dev.coffer.files.edit;

import dev.coffer.files.change.MetadataUpdate;
import dev.coffer.files.change.Value;
import dev.coffer.files.file.FileEntity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Changes of one file; what is absent stays (cdf-files.md section 3.11). */
@Schema(name = "FileUpdate")
record FileUpdate(
        Value.@Nullable OfText externalId,
        Value.@Nullable OfText directory,
        Value.@Nullable OfText source,
        Value.@Nullable OfText mimeType,
        @Nullable MetadataUpdate metadata,
        @Nullable IdsUpdate assetIds,
        Value.@Nullable OfId dataSetId,
        Value.@Nullable OfTime sourceCreatedTime,
        Value.@Nullable OfTime sourceModifiedTime,
        @Nullable IdsUpdate securityCategories,
        @Nullable LabelsUpdate labels,
        Value.@Nullable OfGeoLocation geoLocation) {

    /** Whether it changes what belongs to the data model in a file that a data model names. */
    boolean touchesTheDataModel() {
        return Value.says(directory) || Value.says(source) || Value.says(mimeType) || Value.says(sourceCreatedTime)
                || Value.says(sourceModifiedTime);
    }

    /** Applies the changes; limits that count what comes out are checked here. */
    void applyTo(String field, FileEntity file) {
        file.externalId = Value.of(externalId, file.externalId);
        file.directory = Value.of(directory, file.directory);
        file.source = Value.of(source, file.source);
        file.mimeType = Value.of(mimeType, file.mimeType);
        file.metadata = MetadataUpdate.of(field + ".metadata", metadata, file.metadata);
        file.assetIds = IdsUpdate.of(field + ".assetIds", assetIds, file.assetIds);
        file.dataSetId = Value.of(dataSetId, file.dataSetId);
        file.sourceCreatedTime = Value.of(sourceCreatedTime, file.sourceCreatedTime);
        file.sourceModifiedTime = Value.of(sourceModifiedTime, file.sourceModifiedTime);
        file.labels = LabelsUpdate.of(field + ".labels", labels, file.labels);
        file.geoLocation = Value.of(geoLocation, file.geoLocation);
    }
}
