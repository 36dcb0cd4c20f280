package dev.coffer.asset.content;

import dev.coffer.asset.Asset;
import dev.coffer.asset.name.Hashes;
import dev.coffer.common.blobclient.ContentReference;
import dev.coffer.common.content.ContentDisposition;
import dev.coffer.common.content.MediaTypes;
import dev.coffer.common.content.Preconditions;
import dev.coffer.common.content.Representation;
import dev.coffer.common.content.Shown;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The content of an asset as a browser gets it ({@link Shown}): an SVG is shown only where the browser says that it
 * wants nothing but an image (comfy.md section 2.13).
 *
 * @param content the bytes
 * @param tag strong entity tag
 * @param since when the content came
 * @param until when the content expires, if it does; no link to it may live longer
 * @param shown Content-Type and Content-Disposition of the answer
 * @param dependsOnUse whether the answer depends on what the browser uses it for
 * @param keep for how long the same request means this content; zero if it may mean other content at any time
 */
public record AssetRepresentation(
        ContentReference content,
        String tag,
        Instant since,
        @Nullable Instant until,
        Shown shown,
        boolean dependsOnUse,
        Duration keep) {
    /** Who may see an answer depends on these headers: a browser reuses it only within the session that got it. */
    static final String VARY = "Authorization, X-API-Key, X-Comfy-Workspace-ID, Cookie";
    /** For a request that names an asset or a file: the name may mean other bytes at any time. */
    private static final String REVALIDATE = "private, no-cache";

    private static final String SVG = "image/svg+xml";

    /**
     * The content of an asset, asked for by the id or the name of the asset.
     *
     * @param disposition {@code inline}, or anything else, which means attachment
     * @param use the header {@code Sec-Fetch-Dest}
     */
    public static AssetRepresentation of(Asset asset, @Nullable String disposition, @Nullable String use) {
        boolean svg = MediaTypes.bare(asset.mimeType).equals(SVG);
        return of(asset, asset.content(), asset.hash, asset.createdAt, shown(asset, "inline".equals(disposition), use),
                svg);
    }

    /** A picture that was rendered from an asset, to be shown inline. */
    public static AssetRepresentation ofRendition(
            Asset asset, ContentReference picture, String hash, Instant since, Shown shown) {
        return of(asset, picture, hash, since, shown, false);
    }

    private static AssetRepresentation of(
            Asset asset, ContentReference content, String hash, Instant since, Shown shown, boolean dependsOnUse) {
        String tag = Preconditions.tag(Hashes.digits(hash));
        return new AssetRepresentation(content, tag, since, asset.expiresAt, shown, dependsOnUse, Duration.ZERO);
    }

    private static Shown shown(Asset asset, boolean inline, @Nullable String use) {
        String type = MediaTypes.bare(asset.mimeType);
        if (type.equals(SVG) && "image".equals(use)) {
            return new Shown(SVG, inline
                    ? ContentDisposition.inline(asset.name)
                    : ContentDisposition.attachment(asset.name));
        }
        return inline && !type.equals(SVG) ? Shown.inline(type, asset.name) : Shown.saved(type, asset.name);
    }

    /** The same for a request that means these bytes for so long. Content that expires is revalidated each time. */
    public AssetRepresentation kept(Duration life) {
        return new AssetRepresentation(
                content, tag, since, until, shown, dependsOnUse, until == null ? life : Duration.ZERO);
    }

    /** How an answer with the bytes describes them. */
    Representation described() {
        String vary = dependsOnUse ? VARY + ", Sec-Fetch-Dest" : VARY;
        String caching = dependsOnUse ? "no-store" : caching(keep);
        return new Representation(content.size(), tag, since, shown.type(), shown.disposition(), caching, vary);
    }

    /** Cache-Control of an answer that can be used for at most so long. */
    String caching(Duration most) {
        Duration life = keep.compareTo(most) < 0 ? keep : most;
        return life.isPositive() ? "private, max-age=" + life.toSeconds() + ", immutable" : REVALIDATE;
    }
}
