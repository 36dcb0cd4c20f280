package dev.coffer.asset.list;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.coffer.asset.view.AssetView;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of the assets of a job. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "JobAssetsResponse")
record JobAssetsResponse(
        @Schema(implementation = String.class, format = "uuid", required = true, description = "The job")
        UUID jobId,
        @Schema(required = true, description = "The assets of this page, the oldest first")
        List<AssetView> assets,
        @Schema(required = true, description = "Where the page is")
        Pagination pagination) {

    static JobAssetsResponse of(UUID job, AssetQuery.Page page, ListAssetsResponse found) {
        return new JobAssetsResponse(job, found.assets(),
                new Pagination(page.offset(), page.limit(), found.total(), found.hasMore()));
    }

    /** Where a page is in a list. */
    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "PaginationInfo")
    record Pagination(
            @Schema(required = true, description = "Rows before the page")
            long offset,
            @Schema(required = true, description = "Most rows of the page")
            int limit,
            @Schema(required = true, description = "Number of all rows")
            long total,
            @Schema(required = true, description = "Whether there are more behind the page")
            boolean hasMore) {}
}
