package dev.coffer.asset.v2;

import dev.coffer.asset.label.Tags;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The form of an upload as the API document shows it; {@link UploadV2Form} is what reads it. */
@Schema(name = "UploadAssetV2")
record UploadV2FormSchema(
        @Schema(name = "content_type", required = true, maxLength = 255,
                description = "Media type of the file") String contentType,
        @Schema(name = "file_path", required = true, maxLength = 1024,
                description = "Where the asset shall lie, such as photo.png or"
                        + " models/checkpoints/x.safetensors") String filePath,
        @Schema(name = "expected_hash", description = "blake3:<hex>; 409 if the file has another") String expectedHash,
        @Schema(maxItems = Tags.MAX_COUNT, description = "Labels: a repeated field") List<String> tags,
        @Schema(name = "expires_in", type = SchemaType.INTEGER, minimum = "60", maximum = "604800",
                description = "Seconds after which the asset ends; never if absent") Long expiresIn,
        @Schema(type = SchemaType.STRING, format = "binary", required = true, description = "The file") String file) {}
