package dev.coffer.asset.upload;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The form of {@code /api/upload/mask} as the API document shows it; {@link UploadFields} is what reads it. */
@Schema(name = "UploadMask")
record MaskFormSchema(
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
