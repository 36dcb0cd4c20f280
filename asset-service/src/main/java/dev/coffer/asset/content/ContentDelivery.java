package dev.coffer.asset.content;

import dev.coffer.asset.AssetConfig;
import dev.coffer.common.blobclient.BlobClient;
import dev.coffer.common.content.ContentAnswer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;

/** Gives content to clients: by a redirect to a signed link, or by its bytes. */
@ApplicationScoped
public class ContentDelivery {
    /** A redirect is not kept so long that its link expires while it is followed. */
    private static final Duration MARGIN = Duration.ofMinutes(1);
    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

    private final ContentLinks links;
    private final BlobClient blobs;
    private final AssetConfig config;

    ContentDelivery(ContentLinks links, BlobClient blobs, AssetConfig config) {
        this.links = links;
        this.blobs = blobs;
        this.config = config;
    }

    /**
     * The way that the request asks for, else the configured one.
     *
     * @param redirect the query parameter of that name, or null
     */
    public Response answer(AssetRepresentation served, String redirect, HttpServerRequest http) {
        boolean wanted = switch (redirect) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            case null, default -> config.redirect();
        };
        // The link to an SVG would show it as a page too.
        return wanted && !served.dependsOnUse() ? redirect(served) : bytes(served, http);
    }

    /** The bytes themselves, whatever is configured. */
    public Response bytes(AssetRepresentation served, HttpServerRequest http) {
        return shared(ContentAnswer.of(served.represented(), http, range -> blobs.open(served.ref(), served.owner(), range)));
    }

    private Response redirect(AssetRepresentation served) {
        ContentLink link = links.to(served);
        return shared(Response.status(Response.Status.FOUND)
                .location(URI.create(link.url()))
                .header(HttpHeaders.CACHE_CONTROL, served.caching(link.life().minus(MARGIN)))
                .header(HttpHeaders.VARY, AssetRepresentation.VARY)
                .build());
    }

    /**
     * A page of another origin may draw what it can load (the mask editor's {@code crossOrigin="anonymous"},
     * comfy.md section 4.4). Such a request carries no cookie, so it opens nothing that a link does not.
     */
    private static Response shared(Response answer) {
        answer.getHeaders().putSingle(ALLOW_ORIGIN, "*");
        return answer;
    }
}
