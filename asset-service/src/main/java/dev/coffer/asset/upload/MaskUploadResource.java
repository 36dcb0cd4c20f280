package dev.coffer.asset.upload;

import dev.coffer.asset.api.AssetApi;
import dev.coffer.asset.create.Dialect;
import dev.coffer.asset.form.UploadBody;
import dev.coffer.asset.view.AssetViews;
import dev.coffer.common.caller.CurrentCaller;
import dev.coffer.common.error.TruncatedBodyException;
import dev.coffer.common.identity.Owner;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Masks out of the mask editor. */
@Path("/api/upload/mask")
@Tag(name = AssetApi.FILES)
@RunOnVirtualThread
@Authenticated
class MaskUploadResource {
    private final MaskUploadService masks;
    private final Dialect dialect;
    private final AssetViews views;
    private final UploadBody body;
    private final CurrentCaller caller;

    MaskUploadResource(
            MaskUploadService masks, Dialect dialect, AssetViews views, UploadBody body, CurrentCaller caller) {
        this.masks = masks;
        this.dialect = dialect;
        this.views = views;
        this.body = body;
        this.caller = caller;
    }

    /** Puts the opacity of the mask onto a copy of its original. */
    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "uploadMask", summary = "Upload a mask",
            description = "Keeps a PNG with the colours and texts of the original and the opacity of the mask.")
    @RequestBody(required = true, content = @Content(mediaType = MediaType.MULTIPART_FORM_DATA,
            schema = @Schema(implementation = Form.class)))
    @APIResponseSchema(responseCode = "200", value = UploadedFile.class,
            responseDescription = "The masked image is kept under that name")
    @APIResponse(responseCode = "404")
    public UploadedFile upload() throws TruncatedBodyException {
        Owner owner = caller.workspace();
        StoredUpload upload = masks.upload(caller.get(), owner, body.parts());
        return UploadedFile.of(upload, dialect, views.of(owner, upload.asset()));
    }

    /** The form of {@code /api/upload/mask} as the API document shows it; {@link UploadFields} reads it. */
    @Schema(name = "UploadMask")
    record Form(
            @Schema(required = true, type = SchemaType.STRING, format = "binary",
                    description = "Image whose opacity is the mask, as large as the original")
            String image,
            @Schema(name = "original_ref", required = true,
                    description = "The image to mask: JSON as text, `{\"filename\":\"…\",\"subfolder\":\"…\",\"type\":\"…\"}`")
            String originalRef,
            @Schema(enumeration = {"input", "output", "temp"}, defaultValue = "input", description = "Where it shall lie")
            String type,
            @Schema(maxLength = 512, description = "Folder; kept and echoed")
            String subfolder,
            @Schema(name = "job_id", format = "uuid", description = "The job that made it (ours)")
            String jobId,
            @Schema(description = "true or 1: it takes the name over from another file of its folder")
            String overwrite) {}
}
