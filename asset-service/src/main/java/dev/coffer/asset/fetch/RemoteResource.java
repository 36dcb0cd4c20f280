package dev.coffer.asset.fetch;

import dev.coffer.asset.api.AssetApi;
import dev.coffer.asset.fetch.DownloadService.DownloadStarted;
import dev.coffer.asset.remote.SourceUrl;
import dev.coffer.common.bodies.RequestBody;
import dev.coffer.common.caller.CurrentCaller;
import dev.coffer.common.identity.Owner;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Content of other servers: look at it, and fetch it in the background. */
@Path("/api/assets")
@Tag(name = AssetApi.TAG)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Authenticated
class RemoteResource {
    private final RemoteMetadataService metadata;
    private final DownloadService downloads;
    private final RequestBody body;
    private final CurrentCaller caller;

    RemoteResource(
            RemoteMetadataService metadata, DownloadService downloads, RequestBody body, CurrentCaller caller) {
        this.metadata = metadata;
        this.downloads = downloads;
        this.body = body;
        this.caller = caller;
    }

    /** What a URL would bring. */
    @GET
    @Path("remote-metadata")
    @Operation(operationId = "getRemoteAssetMetadata", summary = "Get metadata of a file on another server",
            description = "Only hosts that the operator has allowed.")
    @APIResponse(responseCode = "200", description = "What the server says",
            content = @Content(schema = @Schema(implementation = RemoteMetadata.class)))
    @APIResponse(responseCode = "422", description = "The server does not tell; the code says why")
    public RemoteMetadata look(
            @QueryParam("url")
            @Parameter(required = true, description = "http or https URL of the file",
                    schema = @Schema(type = SchemaType.STRING, format = "uri")) String url) {
        return metadata.look(caller.workspace(), SourceUrl.parse("url", url));
    }

    /** Begins to fetch a file, and says how it can be asked for. */
    @POST
    @Path("download")
    @Operation(operationId = "createAssetDownload", summary = "Download a file in the background",
            description = "Only hosts that the operator has allowed. GET /api/tasks/{task_id} tells how it goes.")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = DownloadRequest.class)))
    @APIResponseSchema(responseCode = "202", value = DownloadStarted.class,
            responseDescription = "It goes on in the background")
    @APIResponse(responseCode = "422")
    public Response download() {
        Owner owner = caller.workspace();
        DownloadRequest request = body.json(DownloadRequest.class);
        return Response.accepted(downloads.start(caller.get(), owner, request)).build();
    }
}
