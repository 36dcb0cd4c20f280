package dev.coffer.asset.content;

import dev.coffer.asset.Asset;
import dev.coffer.asset.AssetIds;
import dev.coffer.asset.AssetRepository;
import dev.coffer.asset.view.PreviewLinks;
import dev.coffer.common.caller.CurrentCaller;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/** Gives the content of one asset back (comfy.md section 2.13). */
@ApplicationScoped
public class ContentService {
    private final AssetRepository assets;
    private final PreviewLinks previews;
    private final ContentDelivery delivery;
    private final AccessTimes accesses;
    private final CurrentCaller caller;

    ContentService(
            AssetRepository assets,
            PreviewLinks previews,
            ContentDelivery delivery,
            AccessTimes accesses,
            CurrentCaller caller) {
        this.assets = assets;
        this.previews = previews;
        this.delivery = delivery;
        this.accesses = accesses;
        this.caller = caller;
    }

    /** The answer to a request for content; a HEAD request is no access. */
    public Response content(String id, ContentRequest request, HttpServerRequest http) {
        Asset asset = opened(id, request.signature);
        Response answer =
                delivery.answer(AssetRepresentation.of(asset, request.disposition, request.use), request.redirect, http);
        if (answer.getStatus() != 304 && http.method() != HttpMethod.HEAD) {
            accesses.touched(asset.key());
        }
        return answer;
    }

    /** A signature is the right by itself; without one the caller's workspace has to see the asset. */
    private Asset opened(String id, String signature) {
        return signature == null
                ? assets.visible(caller.workspace(), AssetIds.inPath(id)).orElseThrow(() -> AssetIds.notFound(id))
                : assets.findByIdOptional(previews.verified(id, signature)).orElseThrow(() -> AssetIds.notFound(id));
    }
}
