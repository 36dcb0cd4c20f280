package dev.coffer.asset.upload;

import dev.coffer.asset.create.Dialect;
import dev.coffer.asset.mask.MaskMetadata;
import dev.coffer.asset.name.Place;
import dev.coffer.asset.view.AssetView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The answer to a classic upload (comfy.md sections 4.1 and 4.2). */
@Schema(name = "UploadedFile")
record UploadedFile(
        @Schema(required = true, description = "Name to use from now on") String name,
        @Schema(required = true, description = "Folder as sent; empty for the root") String subfolder,
        @Schema(required = true, enumeration = {
            "input", "output", "temp"}, description = "Where it lies") String type,
        @Schema(description = "Only of masks")
        @Nullable MaskMetadata metadata,
        @Schema(required = true, description = "The asset that keeps the file") AssetView asset) {

    static UploadedFile of(StoredUpload upload, Dialect dialect, AssetView asset) {
        Place place = upload.place();
        String name = dialect.fileName(upload.asset(), upload.called());
        return new UploadedFile(name, place.subfolder(), place.type(), upload.mask(), asset);
    }
}
