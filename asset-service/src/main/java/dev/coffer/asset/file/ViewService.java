package dev.coffer.asset.file;

import dev.coffer.asset.Asset;
import dev.coffer.asset.content.ContentDelivery;
import dev.coffer.asset.content.Served;
import dev.coffer.asset.image.Rendering;
import dev.coffer.asset.image.RenditionService;
import dev.coffer.common.caller.CurrentCaller;
import dev.coffer.common.caller.Owner;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Shows files to browsers (comfy.md section 4.4). Looking at a file is no access to its content. */
@ApplicationScoped
class ViewService {
    private static final String INLINE = "inline";

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
        Asset asset = asset(request);
        Optional<Rendering> rendering = request.rendering();
        if (rendering.isPresent()) {
            return delivery.bytes(renditions.of(asset, rendering.get()), http);
        }
        Served file = Served.of(asset, INLINE, request.use);
        return request.wantsChannels() ? delivery.bytes(file, http) : delivery.answer(file, request.redirect, http);
    }

    /** A signature is the right by itself; without one the caller's workspace has to see the file. */
    private Asset asset(ViewRequest request) {
        if (request.signature != null) {
            return files.opened(request.signature, request.target());
        }
        Owner viewer = caller.workspace();
        return files.find(viewer, request.target());
    }
}
