package dev.coffer.asset.upload;

import dev.coffer.asset.Asset;
import dev.coffer.asset.intake.NewContent;
import dev.coffer.asset.mask.MaskLayer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way into a folder.
 *
 * @param name as the client calls it, checked
 * @param mimeType as the client gives it; if absent, the extension tells it
 * @param mask whether it has a mask put onto it
 */
record IncomingFile(String name, @Nullable String mimeType, boolean mask, UploadFields fields, NewContent content) {

    /** Which layer of which drawing it is; a mask without a number is a drawing by itself. */
    Optional<MaskLayer.Of> layer(Asset asset) {
        return MaskLayer.named(name)
                .or(() -> mask ? Optional.of(new MaskLayer.Of(asset.id.toString(), MaskLayer.MASK)) : Optional.empty());
    }
}
