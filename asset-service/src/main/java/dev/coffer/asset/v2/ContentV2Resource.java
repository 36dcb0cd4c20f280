package dev.coffer.asset.v2;

import dev.coffer.asset.ContentLookup;
import dev.coffer.asset.api.AssetApi;
import dev.coffer.asset.content.ContentDelivery;
import dev.coffer.asset.content.ContentRequest;
import dev.coffer.asset.content.ContentService;
import dev.coffer.asset.name.Hashes;
import dev.coffer.common.caller.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Content in version 2: the bytes of an asset, and whether there is content with a hash. */
@Path("/api/v2/assets")
@Tag(name = AssetApi.TAG)
@RunOnVirtualThread
@Authenticated
class ContentV2Resource {
    private final ContentService contents;
    private final ContentDelivery delivery;
    private final ContentLookup known;
    private final CurrentCaller caller;
    private final HttpServerRequest http;

    ContentV2Resource(
            ContentService contents,
            ContentDelivery delivery,
            ContentLookup known,
            CurrentCaller caller,
            HttpServerRequest http) {
        this.contents = contents;
        this.delivery = delivery;
        this.known = known;
        this.caller = caller;
        this.http = http;
    }

    /** The bytes of an asset, or a link to them. */
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
                    schema = @Schema(type = SchemaType.BOOLEAN)) String redirect) {
        return delivery.download(contents.find(id, null), ContentRequest.attachment(redirect), http);
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
