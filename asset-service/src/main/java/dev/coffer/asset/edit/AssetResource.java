package dev.coffer.asset.edit;

import dev.coffer.asset.AssetIds;
import dev.coffer.asset.Publishing;
import dev.coffer.asset.api.AssetApi;
import dev.coffer.asset.view.AssetView;
import dev.coffer.asset.view.AssetViews;
import dev.coffer.common.bodies.RequestBody;
import dev.coffer.common.caller.CurrentCaller;
import dev.coffer.common.identity.Owner;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One asset: read, changed, deleted. */
@Path("/api/assets")
@Tag(name = AssetApi.TAG)
@RunOnVirtualThread
@Authenticated
class AssetResource {
    private final AssetService assets;
    private final Publishing publishing;
    private final AssetViews views;
    private final RequestBody body;
    private final CurrentCaller caller;

    AssetResource(
            AssetService assets, Publishing publishing, AssetViews views, RequestBody body, CurrentCaller caller) {
        this.assets = assets;
        this.publishing = publishing;
        this.views = views;
        this.body = body;
        this.caller = caller;
    }

    /** The asset; looking at it is no access to its content. */
    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getAsset", summary = "Get an asset")
    @APIResponseSchema(responseCode = "200", value = AssetView.class, responseDescription = "The asset")
    @APIResponse(responseCode = "404")
    public AssetView get(@PathParam(AssetApi.ID) @Parameter(ref = AssetApi.ID) String id) {
        Owner owner = caller.workspace();
        return views.of(owner, assets.find(owner, AssetIds.inPath(id)));
    }

    /** Changes name, tags, media type, preview or metadata. */
    @PUT
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "updateAsset", summary = "Update an asset",
            description = "At least one field must be there. Tags and user_metadata are replaced as a whole.")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = UpdateAssetRequest.class)))
    @APIResponseSchema(responseCode = "200", value = AssetView.class, responseDescription = "The asset as it is now")
    @APIResponse(responseCode = "404")
    public AssetView update(@PathParam(AssetApi.ID) @Parameter(ref = AssetApi.ID) String id) {
        Owner owner = caller.workspace();
        UUID known = AssetIds.inPath(id);
        AssetService.Change change = body.json(UpdateAssetRequest.class).checked();
        return views.of(owner, assets.update(publishing.editor(caller.get(), owner, known), known, change));
    }

    /** Removes the asset and releases its content in one transaction. */
    @DELETE
    @Path("{id}")
    @Operation(operationId = "deleteAsset", summary = "Delete an asset")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404")
    public void delete(@PathParam(AssetApi.ID) @Parameter(ref = AssetApi.ID) String id) {
        UUID known = AssetIds.inPath(id);
        assets.delete(publishing.editor(caller.get(), caller.workspace(), known), known);
    }
}
