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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The classic upload. Only 200 counts as success with its clients, also for what is new. */
@Path("/api/upload/image")
@Tag(name = AssetApi.FILES)
@RunOnVirtualThread
@Authenticated
class ImageUploadResource {
    private final ImageUploadService uploads;
    private final Dialect dialect;
    private final AssetViews views;
    private final UploadBody body;
    private final CurrentCaller caller;

    ImageUploadResource(
            ImageUploadService uploads, Dialect dialect, AssetViews views, UploadBody body, CurrentCaller caller) {
        this.uploads = uploads;
        this.dialect = dialect;
        this.views = views;
        this.body = body;
        this.caller = caller;
    }

    /** Takes a file, whatever it is. */
    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "uploadImage", summary = "Upload a file",
            description = "Streams a file of any media in. Another file of its name in its folder stays what it was;"
                    + " the new one gets a number, unless overwrite says that it takes the name over.")
    @RequestBody(required = true, content = @Content(mediaType = MediaType.MULTIPART_FORM_DATA,
            schema = @Schema(implementation = Form.class)))
    @APIResponseSchema(responseCode = "200", value = UploadedFile.class,
            responseDescription = "It is kept under that name")
    public UploadedFile upload() throws TruncatedBodyException {
        Owner owner = caller.workspace();
        StoredUpload upload = uploads.upload(caller.get(), owner, body.parts());
        return UploadedFile.of(upload, dialect, views.of(owner, upload.asset()));
    }

    /** The form of {@code /api/upload/image} as the API document shows it; {@link UploadFields} reads it. */
    @Schema(name = "UploadImage")
    record Form(
            @Schema(required = true, type = SchemaType.STRING, format = "binary", description = "The file: any media")
            String image,
            @Schema(enumeration = {"input", "output", "temp"}, defaultValue = "input", description = "Where it shall lie")
            String type,
            @Schema(maxLength = 512, description = "Folder; kept and echoed")
            String subfolder,
            @Schema(name = "job_id", format = "uuid", description = "The job that made it (ours)")
            String jobId,
            @Schema(description = "true or 1: it takes the name over from another file of its folder")
            String overwrite) {}
}
