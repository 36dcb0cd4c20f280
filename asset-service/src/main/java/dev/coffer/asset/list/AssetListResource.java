package dev.coffer.asset.list;

import dev.coffer.asset.api.AssetApi;
import dev.coffer.common.caller.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
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
    @APIResponseSchema(responseCode = "200", value = ListAssetsResponse.class, responseDescription = "A page of assets")
    public ListAssetsResponse list(@BeanParam AssetListParameters query) {
        return lists.list(caller.workspace(), reader.read(query));
    }
}
