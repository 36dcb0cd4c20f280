package dev.coffer.asset.list;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.coffer.asset.view.AssetView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of assets. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "ListAssetsResponse")
record ListAssetsResponse(
        @Schema(required = true, description = "The assets of this page") List<AssetView> assets,
        @Schema(required = true, description = "Number of all assets that fit the filters") long total,
        @Schema(required = true, description = "Whether there are more behind this page") boolean hasMore,
        @Schema(description = "Send it as after to get the next page; absent on the last one")
        @Nullable String nextCursor) {}
