package dev.coffer.asset.file;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What {@code GET /api/view} is asked; what it does not know is ignored. */
class ViewRequest {
    @QueryParam("filename")
    @Parameter(required = true, description = "Name of the file: `<hex>.<ext>` as uploads answer it, `blake3:<hex>`, or"
            + " the name of an asset; `name [input]`, `[output]` or `[temp]` says the type as well",
            schema = @Schema(type = SchemaType.STRING, maxLength = 1024))
    String filename;

    @QueryParam("type")
    @Parameter(description = "Where to look for a name of an asset: among the outputs first if absent",
            schema = @Schema(type = SchemaType.STRING, enumeration = {"input", "output", "temp"}))
    String type;

    @QueryParam("subfolder")
    @Parameter(description = "Folder of a name of an asset; any if absent",
            schema = @Schema(type = SchemaType.STRING, maxLength = FolderPath.MAX_LENGTH))
    String subfolder;

    @QueryParam("redirect")
    @Parameter(description = "false: the bytes come from here instead of by a redirect to a signed link",
            schema = @Schema(type = SchemaType.BOOLEAN))
    String redirect;

    @QueryParam("sig")
    @Parameter(description = "Signature of a preview_url: opens this one content without credentials")
    String signature;

    @HeaderParam("Sec-Fetch-Dest")
    @Parameter(hidden = true)
    String use;

    FileTarget target() {
        return FileTarget.of(filename, type, subfolder);
    }
}
