package dev.coffer.asset.file;

import dev.coffer.asset.content.DeliveryParameters;
import dev.coffer.asset.image.RenderingParameters;
import dev.coffer.rendering.picture.Rendering;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of {@code GET /api/view}; unknown ones are ignored. */
class ViewRequest extends DeliveryParameters {
    @QueryParam("filename")
    @Parameter(required = true, description = "Name of the file: `<hex>.<ext>` as uploads answer it, `blake3:<hex>`, or"
            + " the name of an asset; `name [input]`, `[output]` or `[temp]` says the type as well",
            schema = @Schema(type = SchemaType.STRING, maxLength = 1024))
    @Nullable
    String filename;

    @QueryParam("type")
    @Parameter(description = "Where to look for a name of an asset: among the outputs first if absent",
            schema = @Schema(type = SchemaType.STRING, enumeration = {"input", "output", "temp"}))
    @Nullable
    String type;

    @QueryParam("subfolder")
    @Parameter(description = "Folder of a name of an asset; any if absent",
            schema = @Schema(type = SchemaType.STRING, maxLength = FolderPath.MAX_LENGTH))
    @Nullable
    String subfolder;

    @QueryParam("channel")
    @Parameter(description = "One channel of an image as a PNG; rgba: the file as it is",
            schema = @Schema(type = SchemaType.STRING, enumeration = {"rgb", "a", "alpha", "rgba"}))
    @Nullable
    String channel;

    @QueryParam("res")
    @Parameter(description = "Longest edge of a thumbnail, a JPEG; an image is never enlarged",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "64", maximum = "1024"))
    @Nullable
    String res;

    @QueryParam("preview")
    @Parameter(description = "Format for a preview of an image, and its quality: `webp`, `jpeg;75`",
            schema = @Schema(type = SchemaType.STRING, pattern = "^(webp|jpeg)(;[0-9]{1,3})?$"))
    @Nullable
    String preview;

    FileTarget target() {
        return FileTarget.of(filename, type, subfolder);
    }

    /** Empty if the file itself is wanted. */
    Optional<Rendering> rendering() {
        return RenderingParameters.of(channel, res, preview);
    }

    /** Clients that ask for a channel or a rendering expect the bytes, not a redirect (comfy.md section 4.4). */
    boolean wantsBytes() {
        return channel != null && !channel.isEmpty() || rendering().isPresent();
    }
}
