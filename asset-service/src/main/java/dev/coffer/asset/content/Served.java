package dev.coffer.asset.content;

import dev.coffer.asset.Asset;
import dev.coffer.common.http.ContentDisposition;
import dev.coffer.common.http.MediaTypes;

/**
 * How content is given to a browser. What it would run is only ever saved, as bytes without a type; an SVG may be
 * shown where the browser says that it wants nothing but an image (comfy.md section 2.13).
 *
 * @param dependsOnUse whether the same request for another use of the answer would be answered otherwise
 */
public record Served(String type, String disposition, boolean dependsOnUse) {
    private static final String SVG = "image/svg+xml";

    /**
     * @param asked {@code inline} or anything else, which means attachment
     * @param use the header {@code Sec-Fetch-Dest}, or null
     */
    public static Served of(Asset asset, String asked, String use) {
        String type = MediaTypes.bare(asset.mimeType);
        boolean svg = type.equals(SVG);
        boolean asImage = svg && "image".equals(use);
        if (MediaTypes.active(type) && !asImage) {
            return new Served(MediaTypes.UNKNOWN, ContentDisposition.attachment(asset.name), svg);
        }
        boolean inline = "inline".equals(asked);
        String disposition =
                inline ? ContentDisposition.inline(asset.name) : ContentDisposition.attachment(asset.name);
        return new Served(type, disposition, svg);
    }
}
