package dev.coffer.asset.v2;

import dev.coffer.asset.AssetIds;
import dev.coffer.asset.Publishing;
import dev.coffer.asset.api.AssetApi;
import dev.coffer.asset.edit.AssetService;
import dev.coffer.common.caller.CurrentCaller;
import dev.coffer.common.identity.Owner;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One asset in version 2: looked at and deleted. */
@Path("/api/v2/assets")
@Tag(name = AssetApi.TAG)
@RunOnVirtualThread
@Authenticated
class AssetV2Resource {
    private final AssetService assets;
    private final AssetV2Views views;
    private final Publishing publishing;
    private final CurrentCaller caller;

    AssetV2Resource(AssetService assets, AssetV2Views views, Publishing publishing, CurrentCaller caller) {
        this.assets = assets;
        this.views = views;
        this.publishing = publishing;
        this.caller = caller;
    }

    /** The asset, each time with a fresh link to its content. */
    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getAssetV2", summary = "Get an asset (version 2)")
    @APIResponseSchema(responseCode = "200", value = AssetV2View.class, responseDescription = "The asset")
    @APIResponse(responseCode = "404")
    public AssetV2View get(@PathParam(AssetApi.ID) @Parameter(ref = AssetApi.ID) String id) {
        Owner owner = caller.workspace();
        return views.of(assets.find(owner, AssetIds.inPath(id)), null);
    }

    /** Deletes the asset; bytes that other assets refer to stay. */
    @DELETE
    @Path("{id}")
    @Operation(operationId = "deleteAssetV2", summary = "Delete an asset (version 2)")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404")
    public void delete(@PathParam(AssetApi.ID) @Parameter(ref = AssetApi.ID) String id) {
        UUID known = AssetIds.inPath(id);
        assets.delete(publishing.editor(caller.get(), caller.workspace(), known), known);
    }
}
