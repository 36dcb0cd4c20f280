package dev.coffer.files.dataset;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which data sets to give back. */
record DataSetsByIdsRequest(
        @Schema(required = true, maxItems = DataSetsByIdsRequest.MOST, uniqueItems = true)
                List<EitherId> items,
        @Schema(defaultValue = "false", description = "Whether unknown data sets are left out instead of refused.")
                @Nullable Boolean ignoreUnknownIds) {
    static final int MOST = 1000;
}
