package dev.coffer.asset.v1;

import dev.coffer.asset.form.MultipartReader;
import dev.coffer.asset.label.Tags;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The form of an upload as the API document shows it; {@link MultipartReader} is what reads it. */
@Schema(name = "UploadAsset")
record UploadFormSchema(
        @Schema(type = SchemaType.STRING, format = "binary",
                description = "The file; may be left out if hash is known") String file,
        @Schema(maxLength = 512, description = "Name; the file's own if absent") String name,
        @Schema(description = "Labels: a repeated field, a comma-separated text or a JSON array as text;"
                + " at most " + Tags.MAX_COUNT) List<String> tags,
        @Schema(name = "user_metadata", description = "JSON object as text") String userMetadata,
        @Schema(implementation = String.class, format = "uuid",
                description = "Makes the upload repeatable: if the asset is there it is given back") String id,
        @Schema(name = "mime_type", maxLength = 255,
                description = "Media type; by the file's extension if absent") String mimeType,
        @Schema(implementation = String.class, format = "uuid", name = "preview_id",
                description = "Asset that serves as preview; dropped if unknown") String previewId,
        @Schema(description = "Expected hash of the file, blake3:<hex> or sha256:<hex>;"
                + " without a file, the content to refer to") String hash,
        @Schema(implementation = String.class, format = "uuid", name = "job_id",
                description = "Job that produced the file (an addition of Coffer)") String jobId,
        @Schema(name = "public", implementation = Boolean.class, defaultValue = "false",
                description = "Whether everybody of the tenant shall see the asset; for the role coffer-publisher,"
                        + " before the file (an addition of Coffer)") String isPublic) {}
