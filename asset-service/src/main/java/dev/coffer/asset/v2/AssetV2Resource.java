package dev.coffer.asset.v2;

import dev.coffer.asset.AssetIds;
import dev.coffer.asset.KnownContent;
import dev.coffer.asset.Publishing;
import dev.coffer.asset.api.AssetApi;
import dev.coffer.asset.content.ContentRequest;
import dev.coffer.asset.content.ContentService;
import dev.coffer.asset.edit.AssetService;
import dev.coffer.asset.name.Hashes;
import dev.coffer.common.caller.CurrentCaller;
import dev.coffer.common.identity.Owner;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One asset in version 2: look, read, remove, and whether there is content to mint from. */
@Path("/api/v2/assets")
@Tag(name = AssetApi.TAG)
@RunOnVirtualThread
@Authenticated
class AssetV2Resource {
    private final AssetService assets;
    private final ContentService contents;
    private final KnownContent known;
    private final AssetV2Views views;
    private final Publishing publishing;
    private final CurrentCaller caller;
    private final HttpServerRequest http;

    AssetV2Resource(
            AssetService assets,
            ContentService contents,
            KnownContent known,
            AssetV2Views views,
            Publishing publishing,
            CurrentCaller caller,
            HttpServerRequest http) {
        this.assets = assets;
        this.contents = contents;
        this.known = known;
        this.views = views;
        this.publishing = publishing;
        this.caller = caller;
        this.http = http;
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

    /** Removes the asset; bytes that others refer to stay. */
    @DELETE
    @Path("{id}")
    @Operation(operationId = "deleteAssetV2", summary = "Delete an asset (version 2)")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404")
    public void delete(@PathParam(AssetApi.ID) @Parameter(ref = AssetApi.ID) String id) {
        UUID known = AssetIds.inPath(id);
        assets.delete(publishing.editor(caller.get(), caller.workspace(), known), known);
    }

    /** The bytes of an asset, or the way to them. */
    @GET
    @Path("{id}/content")
    @Operation(operationId = "getAssetContentV2", summary = "Get the content of an asset (version 2)",
            description = "Types that a browser would run are always saved, never shown.")
    @Parameter(ref = AssetApi.RANGE)
    @APIResponse(responseCode = "200", description = "The bytes", content = @Content(mediaType = "*/*",
            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "206", description = "The bytes of the range")
    @APIResponse(responseCode = "302", description = "Location is a signed link that lives for minutes")
    @APIResponse(responseCode = "304", description = "The client has it already")
    @APIResponse(responseCode = "404")
    @APIResponse(responseCode = "416")
    public Response content(
            @PathParam(AssetApi.ID) @Parameter(ref = AssetApi.ID) String id,
            @QueryParam("redirect")
            @Parameter(description = "false: the bytes come from here instead of by a redirect to a signed link",
                    schema = @Schema(type = SchemaType.BOOLEAN))
            String redirect) {
        return contents.content(id, ContentRequest.attachment(redirect), http);
    }

    /** 200 if the caller can mint from content with this hash, else 404. Never a body. */
    @HEAD
    @Path("by-hash/{hash}")
    @Operation(operationId = "headAssetByHash", summary = "Check if there is content to mint from (version 2)")
    @APIResponse(responseCode = "200", description = "There is")
    @APIResponse(responseCode = "404", description = "There is none for this caller")
    public Response byHash(@PathParam(AssetApi.HASH) @Parameter(ref = AssetApi.HASH) String hash) {
        String wanted = hash.strip().toLowerCase(Locale.ROOT);
        boolean there = Hashes.isBlake3(wanted) && known.visible(caller.get(), wanted);
        return Response.status(there ? Response.Status.OK : Response.Status.NOT_FOUND).build();
    }
}
