package dev.coffer.files.dataset;

import dev.coffer.common.text.Text;
import dev.coffer.files.field.FieldLimits;
import dev.coffer.files.field.MetadataRules;
import dev.coffer.files.page.TimeRange;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the data sets must be like; everything that is present must hold. */
record DataSetFilter(
        @Schema(maxLength = FieldLimits.EXTERNAL_ID) @Nullable String externalIdPrefix,
        @Schema(maxProperties = FieldLimits.METADATA_PAIRS, description = "Every pair must be there.")
        @Nullable Map<String, String> metadata,
        @Nullable TimeRange createdTime,
        @Nullable TimeRange lastUpdatedTime,
        @Nullable Boolean writeProtected) {
    private static final DataSetFilter NONE = new DataSetFilter(null, null, null, null, null);

    /**
     * Passes a good filter on; absent is a filter that every data set passes.
     *
     * @throws ServiceException 400
     */
    static DataSetFilter check(@Nullable DataSetFilter asked) {
        DataSetFilter filter = asked == null ? NONE : asked;
        Text.check("filter.externalIdPrefix", filter.externalIdPrefix(), FieldLimits.EXTERNAL_ID);
        MetadataRules.check("filter.metadata", filter.metadata());
        TimeRange.check("filter.createdTime", filter.createdTime());
        TimeRange.check("filter.lastUpdatedTime", filter.lastUpdatedTime());
        return filter;
    }
}
