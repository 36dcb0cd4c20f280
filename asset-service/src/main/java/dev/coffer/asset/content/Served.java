package dev.coffer.asset.content;

import dev.coffer.asset.Asset;
import dev.coffer.asset.Hashes;
import dev.coffer.common.caller.Owner;
import dev.coffer.common.content.Representation;
import dev.coffer.common.http.ContentDisposition;
import dev.coffer.common.http.MediaTypes;
import dev.coffer.common.http.Preconditions;
import java.time.Instant;
import java.util.UUID;

/**
 * Content as it is given to a browser. What it would run is only ever saved, as bytes without a type; an SVG may be
 * shown where the browser says that it wants nothing but an image (comfy.md section 2.13).
 *
 * @param ref the reference that holds the content
 * @param owner of the reference
 * @param size in bytes
 * @param tag strong entity tag
 * @param since when the content came to be
 * @param until when it ends, or null: no link to it may live longer
 * @param type what the answer says as Content-Type
 * @param disposition what the answer says as Content-Disposition
 * @param dependsOnUse whether the same request for another use of the answer would be answered otherwise
 */
public record Served(
        UUID ref,
        Owner owner,
        long size,
        String tag,
        Instant since,
        Instant until,
        String type,
        String disposition,
        boolean dependsOnUse) {
    /** Who may see an answer depends on these: a browser keeps it for the session that it was given to. */
    static final String VARY = "Authorization, X-API-Key, X-Comfy-Workspace-ID, Cookie";
    /** The bytes never change; their name and type may. */
    private static final String KEEP = "private, max-age=3600";
    private static final String SVG = "image/svg+xml";

    /**
     * The content of an asset.
     *
     * @param asked {@code inline} or anything else, which means attachment
     * @param use the header {@code Sec-Fetch-Dest}, or null
     */
    public static Served of(Asset asset, String asked, String use) {
        String type = MediaTypes.bare(asset.mimeType);
        boolean svg = type.equals(SVG);
        boolean asImage = svg && "image".equals(use);
        if (MediaTypes.active(type) && !asImage) {
            return of(asset, MediaTypes.UNKNOWN, ContentDisposition.attachment(asset.name), svg);
        }
        boolean inline = "inline".equals(asked);
        String disposition =
                inline ? ContentDisposition.inline(asset.name) : ContentDisposition.attachment(asset.name);
        return of(asset, type, disposition, svg);
    }

    private static Served of(Asset asset, String type, String disposition, boolean dependsOnUse) {
        String tag = Preconditions.tag(Hashes.digits(asset.hash));
        return new Served(
                asset.contentRef, asset.itsOwner(), asset.size, tag, asset.createdAt, asset.expiresAt, type, disposition,
                dependsOnUse);
    }

    /** How an answer with the bytes themselves describes them. */
    Representation represented() {
        String vary = dependsOnUse ? VARY + ", Sec-Fetch-Dest" : VARY;
        return new Representation(size, tag, since, type, disposition, caching(), vary);
    }

    private String caching() {
        if (dependsOnUse) {
            return "no-store";
        }
        // What has an end is asked for each time, so that it ends in caches too.
        return until == null ? KEEP : "private, no-cache";
    }
}
