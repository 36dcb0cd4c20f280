package dev.coffer.asset.file;

import dev.coffer.asset.Asset;
import dev.coffer.asset.content.ContentDelivery;
import dev.coffer.asset.content.Served;
import dev.coffer.common.caller.CurrentCaller;
import dev.coffer.common.caller.Owner;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/** Shows files to browsers (comfy.md section 4.4). Looking at a file is no access to its content. */
@ApplicationScoped
class ViewService {
    private static final String INLINE = "inline";

    private final FileService files;
    private final ContentDelivery delivery;
    private final CurrentCaller caller;

    ViewService(FileService files, ContentDelivery delivery, CurrentCaller caller) {
        this.files = files;
        this.delivery = delivery;
        this.caller = caller;
    }

    Response view(ViewRequest request, HttpServerRequest http) {
        Asset asset = asset(request);
        return delivery.answer(Served.of(asset, INLINE, request.use), request.redirect, http);
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
