package dev.coffer.asset.list;

import dev.coffer.asset.AssetApi;
import dev.coffer.common.caller.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /api/assets}. */
@Path("/api/assets")
@Tag(name = AssetApi.TAG)
@RunOnVirtualThread
@Authenticated
class AssetListResource {
    private final AssetQueryReader reader;
    private final AssetListService lists;
    private final CurrentCaller caller;

    AssetListResource(AssetQueryReader reader, AssetListService lists, CurrentCaller caller) {
        this.reader = reader;
        this.lists = lists;
        this.caller = caller;
    }

    /** A page of the assets of the caller's workspace, and of those that everybody sees. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listAssets", summary = "List assets",
            description = "A page of the caller's assets; all filters must fit.")
    @APIResponse(responseCode = "200", description = "A page of assets",
            content = @Content(schema = @Schema(implementation = ListAssetsResponse.class)))
    @APIResponse(responseCode = "400", ref = AssetApi.INVALID)
    @APIResponse(responseCode = "401", ref = AssetApi.UNAUTHORIZED)
    @APIResponse(responseCode = "403", ref = AssetApi.FORBIDDEN)
    @APIResponse(responseCode = "500", ref = AssetApi.INTERNAL)
    public ListAssetsResponse list(@BeanParam AssetListParameters query) {
        return lists.list(caller.workspace(), reader.read(query));
    }
}
