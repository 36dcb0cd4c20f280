package dev.coffer.asset.v1;

import dev.coffer.asset.Publishing;
import dev.coffer.asset.api.AssetApi;
import dev.coffer.asset.create.CreateService;
import dev.coffer.asset.create.Created;
import dev.coffer.asset.create.NewAsset;
import dev.coffer.asset.create.OpenSourceRules;
import dev.coffer.asset.error.AssetErrorCode;
import dev.coffer.asset.fetch.UrlUploadRequest;
import dev.coffer.asset.form.UploadBody;
import dev.coffer.asset.label.UserMetadata;
import dev.coffer.asset.view.AssetCreated;
import dev.coffer.asset.view.AssetViews;
import dev.coffer.common.bodies.RequestBody;
import dev.coffer.common.caller.CurrentCaller;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.error.TruncatedBodyException;
import dev.coffer.common.identity.Owner;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
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
    private final UploadService uploads;
    private final CreateService creations;
    private final OpenSourceRules openSource;
    private final Publishing publishing;
    private final UserMetadata metadataRules;
    private final AssetViews views;
    private final UploadBody form;
    private final RequestBody body;
    private final CurrentCaller caller;

    CreateResource(
            UploadService uploads,
            CreateService creations,
            OpenSourceRules openSource,
            Publishing publishing,
            UserMetadata metadataRules,
            AssetViews views,
            UploadBody form,
            RequestBody body,
            CurrentCaller caller) {
        this.uploads = uploads;
        this.creations = creations;
        this.openSource = openSource;
        this.publishing = publishing;
        this.metadataRules = metadataRules;
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
        return answer(owner, form.form(parts -> uploads.upload(caller.get(), owner, parts)));
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
        Owner workspace = caller.workspace();
        FromHashRequest request = body.json(FromHashRequest.class);
        NewAsset wanted = request.checked(metadataRules, !openSource.apply());
        Owner owner = publishing.creator(caller.get(), workspace, Boolean.TRUE.equals(request.isPublic()));
        Created created = creations.fromHash(caller.get(), owner, wanted, request.hash())
                .orElseThrow(() -> unknown(request.hash()));
        return openSource.apply()
                ? answer(owner, Response.Status.CREATED, new Created(created.asset(), false))
                : answer(owner, created);
    }

    private Response answer(Owner owner, Created created) {
        return answer(owner, created.createdNew() ? Response.Status.CREATED : Response.Status.OK, created);
    }

    private Response answer(Owner owner, Response.Status status, Created created) {
        return Response.status(status)
                .entity(new AssetCreated(views.of(owner, created.asset()), created.createdNew()))
                .build();
    }

    private static ServiceException unknown(String hash) {
        return new ServiceException(
                AssetErrorCode.ASSET_NOT_FOUND, "Asset content " + hash + " does not exist", Map.of("hash", hash));
    }
}
