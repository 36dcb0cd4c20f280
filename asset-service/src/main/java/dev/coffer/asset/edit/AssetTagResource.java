package dev.coffer.asset.edit;

import dev.coffer.asset.AssetIds;
import dev.coffer.asset.Publishing;
import dev.coffer.asset.api.AssetApi;
import dev.coffer.asset.edit.AssetTagService.TagsAdded;
import dev.coffer.asset.edit.AssetTagService.TagsRemoved;
import dev.coffer.common.bodies.RequestBody;
import dev.coffer.common.caller.CurrentCaller;
import dev.coffer.common.identity.Owner;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
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

/** Tags of one asset, one by one; {@code PUT /api/assets/{id}} replaces all of them. */
@Path("/api/assets/{id}/tags")
@Tag(name = AssetApi.TAG)
@RunOnVirtualThread
@Authenticated
class AssetTagResource {
    private final AssetTagService tags;
    private final Publishing publishing;
    private final RequestBody body;
    private final CurrentCaller caller;

    AssetTagResource(AssetTagService tags, Publishing publishing, RequestBody body, CurrentCaller caller) {
        this.tags = tags;
        this.publishing = publishing;
        this.body = body;
        this.caller = caller;
    }

    /** Puts tags on an asset. */
    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "addAssetTags", summary = "Add tags to an asset",
            description = "Tags that it has already stay. updated_at does not move.")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = TagsRequest.class)))
    @APIResponseSchema(responseCode = "200", value = TagsAdded.class,
            responseDescription = "What was added, and all that there is now")
    @APIResponse(responseCode = "404")
    @APIResponse(responseCode = "422")
    public TagsAdded add(@PathParam(AssetApi.ID) @Parameter(ref = AssetApi.ID) String id) {
        UUID known = AssetIds.inPath(id);
        Owner owner = publishing.editor(caller.get(), caller.workspace(), known);
        return tags.add(owner, known, body.json(TagsRequest.class).checked());
    }

    /** Takes tags off an asset; they are named in the body. */
    @DELETE
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "removeAssetTags", summary = "Remove tags from an asset",
            description = "Tags that it does not have are no error. updated_at does not move.")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = TagsRequest.class)))
    @APIResponseSchema(responseCode = "200", value = TagsRemoved.class,
            responseDescription = "What was removed, and all that there is now")
    @APIResponse(responseCode = "404")
    @APIResponse(responseCode = "422")
    public TagsRemoved remove(@PathParam(AssetApi.ID) @Parameter(ref = AssetApi.ID) String id) {
        UUID known = AssetIds.inPath(id);
        Owner owner = publishing.editor(caller.get(), caller.workspace(), known);
        return tags.remove(owner, known, body.json(TagsRequest.class).checked());
    }
}
