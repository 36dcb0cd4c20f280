package dev.coffer.asset.v2;

import dev.coffer.asset.api.AssetApi;
import dev.coffer.asset.create.Created;
import dev.coffer.asset.form.UploadBody;
import dev.coffer.common.bodies.RequestBody;
import dev.coffer.common.caller.CurrentCaller;
import dev.coffer.common.error.TruncatedBodyException;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.text.Text;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The two ways to a new asset in version 2. */
@Path("/api/v2/assets")
@Tag(name = AssetApi.TAG)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Authenticated
class CreateV2Resource {
    private static final String KEY = "Idempotency-Key";
    private static final int MAX_KEY_LENGTH = 255;

    private final CreateV2Service creations;
    private final AssetV2Views views;
    private final UploadBody form;
    private final RequestBody body;
    private final CurrentCaller caller;

    CreateV2Resource(
            CreateV2Service creations, AssetV2Views views, UploadBody form, RequestBody body, CurrentCaller caller) {
        this.creations = creations;
        this.views = views;
        this.form = form;
        this.body = body;
        this.caller = caller;
    }

    /** Takes a file; every upload mints an asset of its own. */
    @POST
    @Operation(operationId = "postAssets", summary = "Upload an asset (version 2)",
            description = "Streams a file in. Equal bytes are stored once, but each upload is an asset.")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(required = true,
            content = @Content(mediaType = MediaType.MULTIPART_FORM_DATA,
                    schema = @Schema(implementation = UploadV2FormSchema.class)))
    @APIResponse(responseCode = "200", description = "Minted; the workspace had these bytes already",
            content = @Content(schema = @Schema(implementation = AssetV2View.class)))
    @APIResponse(responseCode = "201", description = "Minted, with new bytes",
            content = @Content(schema = @Schema(implementation = AssetV2View.class)))
    @APIResponse(responseCode = "409", description = "The content is not what its hash promised")
    @APIResponse(responseCode = "422", description = "A field does not fit, or the Idempotency-Key has been used")
    public Response upload(
            @HeaderParam(KEY)
            @Parameter(description = "Mints once in 24 hours: a repetition is 422, without the first answer",
                    schema = @Schema(implementation = String.class, maxLength = MAX_KEY_LENGTH)) String key)
            throws TruncatedBodyException {
        Owner owner = caller.workspace();
        String idempotencyKey = checked(key);
        Created created = creations.upload(caller.get(), owner, form.parts(), idempotencyKey);
        return Response.status(created.createdNew() ? Response.Status.CREATED : Response.Status.OK)
                .entity(views.of(created.asset(), created.createdNew()))
                .build();
    }

    /** Mints an asset over content that is there; no bytes move. */
    @POST
    @Path("from-hash")
    @Operation(operationId = "assetFromHash", summary = "Mint an asset over known content (version 2)",
            description = "Content that the caller may not see looks unknown.")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = FromHashV2Request.class)))
    @APIResponse(responseCode = "200", description = "The workspace has the same reference already",
            content = @Content(schema = @Schema(implementation = AssetV2View.class)))
    @APIResponse(responseCode = "201", description = "Minted",
            content = @Content(schema = @Schema(implementation = AssetV2View.class)))
    @APIResponse(responseCode = "404")
    @APIResponse(responseCode = "422", description = "A field does not fit")
    public Response fromHash() {
        Owner owner = caller.workspace();
        Created created = creations.fromHash(caller.get(), owner, body.json(FromHashV2Request.class));
        return Response.status(created.added() ? Response.Status.CREATED : Response.Status.OK)
                .entity(views.of(created.asset(), false))
                .build();
    }

    private static @Nullable String checked(@Nullable String key) {
        return key == null || key.isBlank() ? null : Text.check(KEY, key.strip(), MAX_KEY_LENGTH);
    }
}
