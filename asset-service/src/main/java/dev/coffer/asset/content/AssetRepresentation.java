package dev.coffer.asset.content;

import dev.coffer.asset.Asset;
import dev.coffer.asset.name.Hashes;
import dev.coffer.common.content.ContentDisposition;
import dev.coffer.common.content.MediaTypes;
import dev.coffer.common.content.Preconditions;
import dev.coffer.common.content.Representation;
import dev.coffer.common.content.Shown;
import dev.coffer.common.identity.Owner;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Content as it is given to a browser ({@link Shown}); an SVG may be shown where the browser says that it wants nothing
 * but an image (comfy.md section 2.13).
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
 * @param keep for how long the same request means this content; zero if another one may be meant at any time
 */
public record AssetRepresentation(
        UUID ref,
        Owner owner,
        long size,
        String tag,
        Instant since,
        Instant until,
        String type,
        String disposition,
        boolean dependsOnUse,
        Duration keep) {
    /** Who may see an answer depends on these: a browser keeps it for the session that it was given to. */
    static final String VARY = "Authorization, X-API-Key, X-Comfy-Workspace-ID, Cookie";
    /** For a request that names an asset or a file: other bytes may have that name in a moment. */
    static final String ASK_AGAIN = "private, no-cache";
    private static final String SVG = "image/svg+xml";

    /** Content that is asked for by a name. */
    public AssetRepresentation(
            UUID ref, Owner owner, long size, String tag, Instant since, Instant until, String type, String disposition,
            boolean dependsOnUse) {
        this(ref, owner, size, tag, since, until, type, disposition, dependsOnUse, Duration.ZERO);
    }

    /**
     * The content of an asset.
     *
     * @param asked {@code inline} or anything else, which means attachment
     * @param use the header {@code Sec-Fetch-Dest}, or null
     */
    public static AssetRepresentation of(Asset asset, String asked, String use) {
        String type = MediaTypes.bare(asset.mimeType);
        boolean inline = "inline".equals(asked);
        if (!type.equals(SVG)) {
            return of(asset, inline ? Shown.inline(type, asset.name) : Shown.saved(type, asset.name), false);
        }
        if (!"image".equals(use)) {
            return of(asset, Shown.saved(type, asset.name), true);
        }
        return of(asset, new Shown(SVG, inline
                ? ContentDisposition.inline(asset.name)
                : ContentDisposition.attachment(asset.name)), true);
    }

    private static AssetRepresentation of(Asset asset, Shown shown, boolean dependsOnUse) {
        String tag = Preconditions.tag(Hashes.digits(asset.hash));
        return new AssetRepresentation(asset.contentRef, asset.itsOwner(), asset.size, tag, asset.createdAt, asset.expiresAt, shown.type(),
                shown.disposition(), dependsOnUse);
    }

    /** The same, asked for by a name that means these bytes for so long. What has an end is asked for each time. */
    public AssetRepresentation kept(Duration life) {
        return new AssetRepresentation(ref, owner, size, tag, since, until, type, disposition, dependsOnUse,
                until == null ? life : Duration.ZERO);
    }

    /** How an answer with the bytes themselves describes them. */
    Representation represented() {
        String vary = dependsOnUse ? VARY + ", Sec-Fetch-Dest" : VARY;
        return new Representation(size, tag, since, type, disposition, dependsOnUse ? "no-store" : caching(keep), vary);
    }

    /** What the answer says as Cache-Control, for a way to the content that works for so long. */
    String caching(Duration most) {
        Duration life = keep.compareTo(most) < 0 ? keep : most;
        return life.isPositive() ? "private, max-age=" + life.toSeconds() + ", immutable" : ASK_AGAIN;
    }
}
