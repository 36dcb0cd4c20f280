package dev.coffer.asset.tag;

import dev.coffer.asset.api.AssetApi;
import dev.coffer.asset.filter.AssetFilterParameters;
import dev.coffer.asset.filter.AssetFilterReader;
import dev.coffer.common.caller.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/assets/tags/refine}. */
@Path("/api/assets")
@Tag(name = AssetApi.TAG)
@RunOnVirtualThread
@Authenticated
class RefineResource {
    private final AssetFilterReader filters;
    private final TagService tags;
    private final CurrentCaller caller;

    RefineResource(AssetFilterReader filters, TagService tags, CurrentCaller caller) {
        this.filters = filters;
        this.tags = tags;
        this.caller = caller;
    }

    /** The tags that can narrow a list with these filters further. */
    @GET
    @Path("tags/refine")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getAssetTagHistogram", summary = "Count the tags of matching assets",
            description = "The most frequent tags among the assets that fit the filters; all filters must fit.")
    @APIResponseSchema(responseCode = "200", value = TagHistogramResponse.class,
            responseDescription = "Numbers of assets by tag, the most frequent first")
    public TagHistogramResponse refine(@BeanParam RefineParameters query) {
        return tags.refine(caller.workspace(), filters.read(query), TagQuery.limit(query.limit));
    }

    /** The query of {@code GET /api/assets/tags/refine} as texts: the filters of a list, and a limit. */
    static class RefineParameters extends AssetFilterParameters {
        @QueryParam("limit")
        @Parameter(description = "Most tags to return",
                schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = "100"))
        @Nullable
        String limit;
    }
}
