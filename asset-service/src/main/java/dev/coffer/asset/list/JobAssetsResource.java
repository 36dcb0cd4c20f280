package dev.coffer.asset.list;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.coffer.asset.api.AssetApi;
import dev.coffer.asset.filter.AssetFilter;
import dev.coffer.asset.filter.QueryParameters;
import dev.coffer.asset.view.AssetView;
import dev.coffer.common.caller.CurrentCaller;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.time.Ids;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /api/jobs/{job_id}/assets} (comfy.md section 2.15). */
@Path("/api/jobs")
@Tag(name = AssetApi.TAG)
@RunOnVirtualThread
@Authenticated
class JobAssetsResource {
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 500;

    private final AssetListService lists;
    private final CurrentCaller caller;

    JobAssetsResource(AssetListService lists, CurrentCaller caller) {
        this.lists = lists;
        this.caller = caller;
    }

    /**
     * The caller's assets that were created with this {@code job_id}. Jobs are not known here, only their assets: a job
     * without assets, a job of another workspace and one that never existed have an empty list, which clients take for
     * complete.
     */
    @GET
    @Path("{job_id}/assets")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getJobAssets", summary = "List the assets of a job",
            description = "Assets of the workspace that were created with this job_id, the oldest first."
                    + " A job of which nothing is known has none.")
    @APIResponseSchema(responseCode = "200", value = JobAssetsResponse.class, responseDescription = "A page of assets")
    @APIResponse(responseCode = "404")
    public JobAssetsResponse list(
            @PathParam("job_id")
            @Parameter(description = "Job ID",
                    schema = @Schema(implementation = String.class, format = "uuid")) String id,
            @QueryParam("limit")
            @Parameter(description = "Most assets to return",
                    schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500",
                            defaultValue = "100")) String limit,
            @QueryParam("offset")
            @Parameter(description = "Assets to skip",
                    schema = @Schema(type = SchemaType.INTEGER, minimum = "0", defaultValue = "0")) String offset) {
        UUID job = Ids.parse(id)
                .orElseThrow(() -> new ServiceException(ErrorCode.NOT_FOUND, "Job " + id + " was not found."));
        AssetQuery.Page page = new AssetQuery.Page(AssetSort.CREATED_AT, false,
                QueryParameters.limit(limit, DEFAULT_LIMIT, MAX_LIMIT), QueryParameters.offset(offset),
                Optional.empty(),
                false);
        AssetQuery query = new AssetQuery(AssetFilter.ofJob(job), page);
        return JobAssetsResponse.of(job, page, lists.list(caller.workspace(), query));
    }

    /** A page of the assets of a job. */
    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "JobAssetsResponse")
    record JobAssetsResponse(
            @Schema(implementation = String.class, format = "uuid", required = true,
                    description = "The job") UUID jobId,
            @Schema(required = true, description = "The assets of this page, the oldest first") List<AssetView> assets,
            @Schema(required = true, description = "Where the page is") Pagination pagination) {

        static JobAssetsResponse of(UUID job, AssetQuery.Page page, ListAssetsResponse found) {
            return new JobAssetsResponse(job, found.assets(),
                    new Pagination(page.offset(), page.limit(), found.total(), found.hasMore()));
        }

        /** Where a page is in a list. */
        @JsonNaming(SnakeCaseStrategy.class)
        @Schema(name = "PaginationInfo")
        record Pagination(
                @Schema(required = true, description = "Rows before the page") long offset,
                @Schema(required = true, description = "Most rows of the page") int limit,
                @Schema(required = true, description = "Number of all rows") long total,
                @Schema(required = true, description = "Whether there are more behind the page") boolean hasMore) {}
    }
}
