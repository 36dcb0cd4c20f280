package dev.coffer.files.dataset;

import dev.coffer.files.field.FieldLimits;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Data sets, or a page of them. */
@Schema(name = "DataSets")
record DataSetsView(
        @Schema(required = true) List<DataSetView> items,
        @Schema(description = "Where the next page begins; absent on the last one.") @Nullable String nextCursor) {

    static DataSetsView of(List<DataSetEntity> dataSets, @Nullable String nextCursor) {
        return new DataSetsView(dataSets.stream().map(DataSetView::of).toList(), nextCursor);
    }

    /** A data set as clients see it; what is unset is absent. */
    @Schema(name = "DataSet")
    record DataSetView(
            @Schema(required = true, minimum = "1", maximum = FieldLimits.MAX_ID) long id,
            @Nullable String externalId,
            @Nullable String name,
            @Nullable String description,
            @Nullable Map<String, String> metadata,
            @Schema(required = true,
                    description = "Never true: data sets have no owners.") boolean writeProtected,
            @Schema(required = true, minimum = "0") long createdTime,
            @Schema(required = true, minimum = "0") long lastUpdatedTime) {

        static DataSetView of(DataSetEntity dataSet) {
            return new DataSetView(
                    dataSet.key.id(),
                    dataSet.externalId,
                    dataSet.name,
                    dataSet.description,
                    dataSet.metadata == null || dataSet.metadata.isEmpty() ? null : dataSet.metadata,
                    false,
                    dataSet.createdAt.toEpochMilli(),
                    dataSet.updatedAt.toEpochMilli());
        }
    }
}
