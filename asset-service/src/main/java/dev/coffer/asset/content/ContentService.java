package dev.coffer.asset.content;

import dev.coffer.asset.Asset;
import dev.coffer.asset.AssetIds;
import dev.coffer.asset.AssetRepository;
import dev.coffer.asset.view.PreviewLinks;
import dev.coffer.common.caller.CurrentCaller;
import dev.coffer.common.error.ServiceException;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Finds the asset whose content is asked for (comfy.md section 2.13). */
@ApplicationScoped
public class ContentService {
    private final AssetRepository assets;
    private final PreviewLinks previews;
    private final CurrentCaller caller;

    ContentService(AssetRepository assets, PreviewLinks previews, CurrentCaller caller) {
        this.assets = assets;
        this.previews = previews;
        this.caller = caller;
    }

    /**
     * The asset, if the request may read its content.
     *
     * @param signature of a preview link, which is sufficient; if absent the caller's workspace has to see the asset
     * @throws ServiceException 404 if there is no such asset, 403 if the signature is not valid
     */
    public Asset find(String id, @Nullable String signature) {
        return signature == null
                ? assets.visible(caller.workspace(), AssetIds.inPath(id)).orElseThrow(() -> AssetIds.notFound(id))
                : assets.findByIdOptional(previews.verified(id, signature)).orElseThrow(() -> AssetIds.notFound(id));
    }
}
