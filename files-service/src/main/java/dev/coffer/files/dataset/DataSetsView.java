package dev.coffer.files.dataset;

import java.util.List;
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
}
