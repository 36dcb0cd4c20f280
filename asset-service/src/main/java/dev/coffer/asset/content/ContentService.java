package dev.coffer.asset.content;

import dev.coffer.asset.Asset;
import dev.coffer.asset.AssetConfig;
import dev.coffer.asset.AssetIds;
import dev.coffer.asset.AssetRepository;
import dev.coffer.asset.view.PreviewLinks;
import dev.coffer.common.blob.BlobConfig;
import dev.coffer.common.blob.TransferLinks;
import dev.coffer.common.caller.CurrentCaller;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;

/** Gives content back: by a redirect to a signed link, or by its bytes (comfy.md section 2.13). */
@ApplicationScoped
public class ContentService {
    /** A redirect is not kept so long that its link expires while it is followed. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final AssetRepository assets;
    private final PreviewLinks previews;
    private final TransferLinks links;
    private final ProxiedContent proxied;
    private final AccessTimes accesses;
    private final AssetConfig config;
    private final BlobConfig blobConfig;
    private final CurrentCaller caller;

    ContentService(
            AssetRepository assets,
            PreviewLinks previews,
            TransferLinks links,
            ProxiedContent proxied,
            AccessTimes accesses,
            AssetConfig config,
            BlobConfig blobConfig,
            CurrentCaller caller) {
        this.assets = assets;
        this.previews = previews;
        this.links = links;
        this.proxied = proxied;
        this.accesses = accesses;
        this.config = config;
        this.blobConfig = blobConfig;
        this.caller = caller;
    }

    /** The answer to a request for content; a HEAD request is no access. */
    public Response content(String id, ContentRequest request, HttpServerRequest http) {
        Asset asset = opened(id, request.signature);
        Served served = Served.of(asset, request.disposition, request.use);
        Response answer = redirects(request, served) ? redirect(asset, served) : proxied.answer(asset, served, http);
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

    /** Never for an SVG: its link would show it as a page too. */
    private boolean redirects(ContentRequest request, Served served) {
        boolean wanted = switch (request.redirect) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            case null, default -> config.redirect();
        };
        return wanted && !served.dependsOnUse();
    }

    private Response redirect(Asset asset, Served served) {
        long life = Math.max(0, blobConfig.linkLife().minus(MARGIN).toSeconds());
        String link = links.download(asset.contentRef, served.type(), served.disposition());
        return Response.status(Response.Status.FOUND)
                .location(URI.create(link))
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=" + life)
                .header(HttpHeaders.VARY, ProxiedContent.VARY)
                .build();
    }
}
