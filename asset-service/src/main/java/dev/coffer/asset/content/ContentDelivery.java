package dev.coffer.asset.content;

import dev.coffer.asset.Asset;
import dev.coffer.asset.AssetConfig;
import dev.coffer.asset.content.ContentLinks.ContentLink;
import dev.coffer.common.blobclient.BlobClient;
import dev.coffer.common.blobclient.ContentReference;
import dev.coffer.common.content.ContentAnswer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Answers requests for content: with a redirect to a signed link, or with the bytes. */
@ApplicationScoped
public class ContentDelivery {
    /**
     * A redirect is cached for so much less than its link lives, so that the link does not expire while it is followed.
     */
    private static final Duration MARGIN = Duration.ofMinutes(1);
    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

    private final ContentLinks links;
    private final BlobClient blobs;
    private final AccessTimes accesses;
    private final AssetConfig config;

    ContentDelivery(ContentLinks links, BlobClient blobs, AccessTimes accesses, AssetConfig config) {
        this.links = links;
        this.blobs = blobs;
        this.accesses = accesses;
        this.config = config;
    }

    /** The content of an asset, and a note that it was read; a HEAD request reads nothing (comfy.md section 2.13). */
    public Response download(Asset asset, ContentRequest request, HttpServerRequest http) {
        Response answer = answer(
                AssetRepresentation.of(asset, request.disposition, request.use), request.redirect, http);
        if (answer.getStatus() != Response.Status.NOT_MODIFIED.getStatusCode() && http.method() != HttpMethod.HEAD) {
            accesses.note(asset.key());
        }
        return answer;
    }

    /**
     * The answer that the request asks for, else the configured one.
     *
     * @param redirect the query parameter of that name
     */
    public Response answer(AssetRepresentation representation, @Nullable String redirect, HttpServerRequest http) {
        boolean wanted = switch (redirect) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            case null, default -> config.redirect();
        };
        // A browser would open the link to an SVG as a page, too.
        return wanted && !representation.dependsOnUse() ? redirect(representation) : bytes(representation, http);
    }

    /** The bytes themselves, with any configuration. */
    public Response bytes(AssetRepresentation representation, HttpServerRequest http) {
        ContentReference content = representation.content();
        return shared(ContentAnswer.of(
                representation.described(), http, range -> blobs.open(content.ref(), content.owner(), range)));
    }

    private Response redirect(AssetRepresentation representation) {
        ContentLink link = links.to(representation);
        return shared(Response.status(Response.Status.FOUND)
                .location(URI.create(link.url()))
                .header(HttpHeaders.CACHE_CONTROL, representation.caching(link.life().minus(MARGIN)))
                .header(HttpHeaders.VARY, AssetRepresentation.VARY)
                .build());
    }

    /**
     * Lets pages of other origins draw what they can load (the mask editor's {@code crossOrigin="anonymous"}, comfy.md
     * section 4.4). Such a request carries no cookie, so it opens nothing that a link does not open.
     */
    private static Response shared(Response answer) {
        answer.getHeaders().putSingle(ALLOW_ORIGIN, "*");
        return answer;
    }
}
