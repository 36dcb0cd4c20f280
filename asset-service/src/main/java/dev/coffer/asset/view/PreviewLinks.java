package dev.coffer.asset.view;

import dev.coffer.asset.Asset;
import dev.coffer.asset.AssetConfig;
import dev.coffer.asset.AssetIds;
import dev.coffer.asset.AssetKey;
import dev.coffer.asset.Previewed;
import dev.coffer.asset.image.ImageFacts;
import dev.coffer.asset.image.RenderingParameters;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.signing.SignedToken;
import dev.coffer.rendering.limit.ImageConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Links that a page can put into an {@code <img>}, which sends no credentials. They are relative, because front ends
 * prefix everything else with {@code /api}; a file in one of the locations has {@code /api/view}, because they read its
 * {@code type} (comfy.md section 1.4).
 */
@ApplicationScoped
public class PreviewLinks {
    private static final String PURPOSE = "preview";
    private static final Set<String> SHOWN = Set.of("image", "video", "audio", "text");
    /**
     * How often links change while one is valid: in between lists repeat the same links, so that browsers can cache.
     */
    private static final int LINKS_PER_LIFE = 4;

    private final SignedToken tokens;
    private final AssetConfig config;
    private final ImageConfig images;
    private final Clock clock;

    PreviewLinks(SignedToken tokens, AssetConfig config, ImageConfig images, Clock clock) {
        this.tokens = tokens;
        this.config = config;
        this.images = images;
        this.clock = clock;
    }

    /** Whether an asset without a preview is previewed by its own content. */
    static boolean showsItself(Asset asset) {
        int slash = asset.mimeType.indexOf('/');
        return slash > 0 && SHOWN.contains(asset.mimeType.substring(0, slash).toLowerCase(Locale.ROOT));
    }

    /** The link to the content of an asset. */
    String to(Previewed asset) {
        return asset.fileType().isEmpty()
                ? "/api/assets/" + asset.id() + "/content?disposition=inline" + signature(asset)
                : view(asset, "");
    }

    /** The link to a small picture of an asset, if one can be made. */
    @Nullable
    String toThumbnail(Previewed asset) {
        boolean renderable = ImageFacts.of(asset.metadata()).filter(facts -> facts.renderable(images)).isPresent();
        return renderable ? view(asset, "&res=" + RenderingParameters.THUMBNAIL) : null;
    }

    private String view(Previewed asset, String rendering) {
        String type = asset.fileType().isEmpty() ? "" : "type=" + asset.fileType() + "&";
        return "/api/view?" + type + "filename=" + asset.contentName() + rendering + signature(asset);
    }

    private String signature(Previewed asset) {
        PreviewLinkClaims claims = new PreviewLinkClaims(asset.tenant(), asset.owner(), asset.id(), expiry());
        return "&sig=" + tokens.sign(PURPOSE, claims);
    }

    /**
     * Which asset a signature opens.
     *
     * @throws ServiceException 403 if the signature is not valid, or expired
     */
    public AssetKey verified(String signature) {
        PreviewLinkClaims claims = tokens.verify(PURPOSE, signature, PreviewLinkClaims.class);
        if (claims.expiresEpochSecond() <= clock.instant().getEpochSecond()) {
            throw new ServiceException(ErrorCode.LINK_REFUSED, "The link has expired.");
        }
        return claims.key();
    }

    /**
     * Which asset a signature opens.
     *
     * @param id the asset that the request asks for
     * @throws ServiceException 403 if the signature is not valid, for another asset, or expired
     */
    public AssetKey verified(String id, String signature) {
        AssetKey key = verified(signature);
        if (!key.id().equals(AssetIds.inPath(id))) {
            throw new ServiceException(ErrorCode.LINK_REFUSED, "The link is for something else.");
        }
        return key;
    }

    private long expiry() {
        long life = config.previewLife().toSeconds();
        long step = Math.max(1, life / LINKS_PER_LIFE);
        return (clock.instant().getEpochSecond() / step + 1) * step + life;
    }
}
