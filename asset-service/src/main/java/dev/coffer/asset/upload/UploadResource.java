package dev.coffer.asset.upload;

import dev.coffer.asset.api.AssetApi;
import dev.coffer.asset.create.Dialect;
import dev.coffer.asset.form.UploadBody;
import dev.coffer.asset.view.AssetViews;
import dev.coffer.common.caller.CurrentCaller;
import dev.coffer.common.error.TruncatedBodyException;
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

/** The classic uploads. Only 200 counts as success with their clients, also for what is new. */
@Path("/api/upload")
@Tag(name = AssetApi.FILES)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Authenticated
class UploadResource {
    private final ImageUploadService images;
    private final MaskUploadService masks;
    private final Dialect dialect;
    private final AssetViews views;
    private final UploadBody body;
    private final CurrentCaller caller;

    UploadResource(
            ImageUploadService images,
            MaskUploadService masks,
            Dialect dialect,
            AssetViews views,
            UploadBody body,
            CurrentCaller caller) {
        this.images = images;
        this.masks = masks;
        this.dialect = dialect;
        this.views = views;
        this.body = body;
        this.caller = caller;
    }

    /** Takes a file of any type. */
    @POST
    @Path("image")
    @Operation(operationId = "uploadImage", summary = "Upload a file",
            description = "Streams a file of any media in. Another file of its name in its folder stays what it was;"
                    + " the new one gets a number, unless overwrite says that it takes the name over.")
    @RequestBody(required = true, content = @Content(mediaType = MediaType.MULTIPART_FORM_DATA,
            schema = @Schema(implementation = ImageForm.class)))
    @APIResponseSchema(responseCode = "200", value = UploadedFile.class,
            responseDescription = "It is kept under that name")
    public UploadedFile image() throws TruncatedBodyException {
        return answer(images.upload(caller.get(), caller.workspace(), body.parts()));
    }

    /** Puts the opacity of the mask onto a copy of its original. */
    @POST
    @Path("mask")
    @Operation(operationId = "uploadMask", summary = "Upload a mask",
            description = "Keeps a PNG with the colours and texts of the original and the opacity of the mask.")
    @RequestBody(required = true, content = @Content(mediaType = MediaType.MULTIPART_FORM_DATA,
            schema = @Schema(implementation = MaskForm.class)))
    @APIResponseSchema(responseCode = "200", value = UploadedFile.class,
            responseDescription = "The masked image is kept under that name")
    @APIResponse(responseCode = "404")
    public UploadedFile mask() throws TruncatedBodyException {
        return answer(masks.upload(caller.get(), caller.workspace(), body.parts()));
    }

    private UploadedFile answer(StoredUpload upload) {
        return UploadedFile.of(upload, dialect, views.of(caller.workspace(), upload.asset()));
    }

    /** The form of {@code /api/upload/image} as the API document shows it; {@link UploadFields} reads it. */
    @Schema(name = "UploadImage")
    record ImageForm(
            @Schema(required = true, type = SchemaType.STRING, format = "binary",
                    description = "The file: any media") String image,
            @Schema(enumeration = {"input", "output", "temp"}, defaultValue = "input",
                    description = "Where it shall lie") String type,
            @Schema(maxLength = 512, description = "Folder; kept and echoed") String subfolder,
            @Schema(name = "job_id", format = "uuid", description = "The job that made it (ours)") String jobId,
            @Schema(description = "true or 1: it takes over the name of another file of its folder") String overwrite) {}

    /** The form of {@code /api/upload/mask} as the API document shows it; {@link UploadFields} reads it. */
    @Schema(name = "UploadMask")
    record MaskForm(
            @Schema(required = true, type = SchemaType.STRING, format = "binary",
                    description = "Image whose opacity is the mask, as large as the original") String image,
            @Schema(name = "original_ref", required = true,
                    description = "The image to mask: JSON as text,"
                            + " `{\"filename\":\"…\",\"subfolder\":\"…\",\"type\":\"…\"}`") String originalRef,
            @Schema(enumeration = {"input", "output", "temp"}, defaultValue = "input",
                    description = "Where it shall lie") String type,
            @Schema(maxLength = 512, description = "Folder; kept and echoed") String subfolder,
            @Schema(name = "job_id", format = "uuid", description = "The job that made it (ours)") String jobId,
            @Schema(description = "true or 1: it takes over the name of another file of its folder") String overwrite) {}
}
