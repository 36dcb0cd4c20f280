package dev.coffer.asset.v1;

import dev.coffer.asset.Asset;
import dev.coffer.asset.api.AssetApi;
import dev.coffer.asset.create.Created;
import dev.coffer.asset.create.Dialect;
import dev.coffer.asset.fetch.UrlUploadRequest;
import dev.coffer.asset.form.UploadBody;
import dev.coffer.asset.view.AssetCreated;
import dev.coffer.asset.view.AssetViews;
import dev.coffer.common.bodies.RequestBody;
import dev.coffer.common.caller.CurrentCaller;
import dev.coffer.common.error.TruncatedBodyException;
import dev.coffer.common.identity.Owner;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The two ways to a new asset: with bytes, and with a hash. */
@Path("/api/assets")
@Tag(name = AssetApi.TAG)
@RunOnVirtualThread
@Authenticated
class CreateResource {
    private final CreateV1Service creations;
    private final Dialect dialect;
    private final AssetViews views;
    private final UploadBody form;
    private final RequestBody body;
    private final CurrentCaller caller;

    CreateResource(
            CreateV1Service creations,
            Dialect dialect,
            AssetViews views,
            UploadBody form,
            RequestBody body,
            CurrentCaller caller) {
        this.creations = creations;
        this.dialect = dialect;
        this.views = views;
        this.form = form;
        this.body = body;
        this.caller = caller;
    }

    /** Takes a file and what is to be known of it. */
    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "uploadAsset", summary = "Upload an asset",
            description = "Streams a file in: as a form, or, where the operator allows it, from a URL. Bytes that the"
                    + " workspace has already give back the asset that has them.")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(required = true,
            content = {
                @Content(mediaType = MediaType.MULTIPART_FORM_DATA,
                        schema = @Schema(implementation = UploadFormSchema.class)),
                @Content(mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = UrlUploadRequest.class))
            })
    @APIResponse(responseCode = "200", description = "These bytes, or this id, are there already",
            content = @Content(schema = @Schema(implementation = AssetCreated.class)))
    @APIResponse(responseCode = "201", description = "Created",
            content = @Content(schema = @Schema(implementation = AssetCreated.class)))
    @APIResponse(responseCode = "404", description = "The URL leads to nothing")
    @APIResponse(responseCode = "422")
    public Response upload() throws TruncatedBodyException {
        Owner owner = caller.workspace();
        Created created = creations.upload(caller.get(), owner, form.parts());
        return answer(owner, created.asset(), created.createdNew(), created.createdNew());
    }

    /** Makes an asset out of content that is there. */
    @POST
    @Path("from-hash")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createAssetFromHash", summary = "Create an asset from a known hash",
            description = "No bytes move. Content that the caller may not see looks unknown.")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = FromHashRequest.class)))
    @APIResponse(responseCode = "200", description = "The workspace has this content already",
            content = @Content(schema = @Schema(implementation = AssetCreated.class)))
    @APIResponse(responseCode = "201", description = "Created",
            content = @Content(schema = @Schema(implementation = AssetCreated.class)))
    @APIResponse(responseCode = "404")
    public Response fromHash() {
        Owner owner = caller.workspace();
        Created created = creations.fromHash(caller.get(), owner, body.json(FromHashRequest.class));
        return answer(owner, created.asset(), dialect.answersCreated(created), dialect.callsNew(created));
    }

    private Response answer(Owner viewer, Asset asset, boolean created, boolean createdNew) {
        return Response.status(created ? Response.Status.CREATED : Response.Status.OK)
                .entity(new AssetCreated(views.of(viewer, asset), createdNew))
                .build();
    }
}
