package dev.coffer.asset.file;

import dev.coffer.asset.Asset;
import dev.coffer.asset.content.AssetRepresentation;
import dev.coffer.asset.content.ContentDelivery;
import dev.coffer.asset.image.Rendering;
import dev.coffer.asset.rendition.RenditionService;
import dev.coffer.common.caller.CurrentCaller;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;

/** Shows files to browsers (comfy.md section 4.4). Looking at a file is no access to its content. */
@ApplicationScoped
class ViewService {
    private static final String INLINE = "inline";
    /** A hash names its bytes for ever. */
    private static final Duration CONTENT_LIFE = Duration.ofDays(365);
    /** A later version of ours may render the same bytes otherwise. */
    private static final Duration RENDERING_LIFE = Duration.ofDays(1);

    private final FileService files;
    private final RenditionService renditions;
    private final ContentDelivery delivery;
    private final CurrentCaller caller;

    ViewService(
            FileService files, RenditionService renditions, ContentDelivery delivery, CurrentCaller caller) {
        this.files = files;
        this.renditions = renditions;
        this.delivery = delivery;
        this.caller = caller;
    }

    Response view(ViewRequest request, HttpServerRequest http) {
        FileTarget target = request.target();
        Asset asset = asset(request.signature, target);
        boolean byHash = target.hash().equals(Optional.ofNullable(asset.hash));
        Optional<Rendering> rendering = request.rendering();
        if (rendering.isPresent()) {
            AssetRepresentation rendered = renditions.of(asset, rendering.get());
            return delivery.bytes(byHash ? rendered.kept(RENDERING_LIFE) : rendered, http);
        }
        AssetRepresentation named = AssetRepresentation.of(asset, INLINE, request.use);
        AssetRepresentation file = byHash ? named.kept(CONTENT_LIFE) : named;
        return request.wantsChannels() ? delivery.bytes(file, http) : delivery.answer(file, request.redirect, http);
    }

    /** A signature is the right by itself; without one the caller's workspace has to see the file. */
    private Asset asset(String signature, FileTarget target) {
        return signature == null ? files.find(caller.workspace(), target) : files.opened(signature, target);
    }
}
