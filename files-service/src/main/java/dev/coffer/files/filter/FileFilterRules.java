package dev.coffer.files.filter;

import static dev.coffer.common.error.ServiceException.invalidBody;

import dev.coffer.common.text.Text;
import dev.coffer.files.dataset.EitherId;
import dev.coffer.files.field.FieldLimits;
import dev.coffer.files.field.FieldRules;
import dev.coffer.files.field.MetadataRules;
import dev.coffer.files.geo.GeoFilter;
import dev.coffer.files.page.TimeRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The limits of filters (cdf-files.md section 3.6). */
public final class FileFilterRules {
    /** Ids in one filter. */
    static final int MOST = 100;

    private FileFilterRules() {}

    /**
     * Passes a good filter on; absent is a filter that every file passes.
     *
     * @throws ServiceException 400
     */
    public static FileFilter check(@Nullable FileFilter asked) {
        FileFilter filter = FileFilter.orNone(asked);
        Text.check("filter.name", filter.name(), FieldLimits.NAME);
        Text.check("filter.mimeType", filter.mimeType(), FieldLimits.MIME_TYPE);
        Text.check("filter.source", filter.source(), FieldLimits.SOURCE);
        Text.check("filter.directoryPrefix", filter.directoryPrefix(), FieldLimits.DIRECTORY);
        Text.check("filter.externalIdPrefix", filter.externalIdPrefix(), FieldLimits.EXTERNAL_ID);
        MetadataRules.check("filter.metadata", filter.metadata());
        assets(filter);
        FieldRules.securityCategories("filter.securityCategories", filter.securityCategories());
        EitherId.check("filter.dataSetIds", filter.dataSetIds(), MOST);
        times(filter);
        LabelsFilter.check("filter.labels", filter.labels());
        if (filter.geoLocation() != null) {
            GeoFilter.check("filter.geoLocation", filter.geoLocation());
        }
        return filter;
    }

    private static void assets(FileFilter filter) {
        List<Long> ids = filter.assetIds();
        if (ids != null && (ids.isEmpty() || ids.size() > MOST)) {
            throw invalidBody("filter.assetIds", "must have 1 to " + MOST + " ids, or be absent");
        }
        FieldRules.ids("filter.assetIds", ids);
        noAssetTree("filter.assetExternalIds", filter.assetExternalIds());
        noAssetTree("filter.rootAssetIds", filter.rootAssetIds());
        noAssetTree("filter.assetSubtreeIds", filter.assetSubtreeIds());
    }

    /** An empty list of files would be a wrong answer. */
    private static void noAssetTree(String field, @Nullable Unsupported ids) {
        if (ids != null) {
            throw invalidBody(field, "is not supported: there is no asset tree here");
        }
    }

    private static void times(FileFilter filter) {
        TimeRange.check("filter.createdTime", filter.createdTime());
        TimeRange.check("filter.lastUpdatedTime", filter.lastUpdatedTime());
        TimeRange.check("filter.uploadedTime", filter.uploadedTime());
        TimeRange.check("filter.sourceCreatedTime", filter.sourceCreatedTime());
        TimeRange.check("filter.sourceModifiedTime", filter.sourceModifiedTime());
    }
}
