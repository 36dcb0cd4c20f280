package dev.coffer.asset.content;

import dev.coffer.common.blob.BlobClient;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.http.ByteRange;
import dev.coffer.common.http.Preconditions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Map;

/** Content whose bytes pass through this service: whole, a range, or nothing new (RFC 9110 sections 13 and 14). */
@ApplicationScoped
class ProxiedContent {
    /** Who may see an answer depends on these: a browser keeps it for the session that it was given to. */
    static final String VARY = "Authorization, X-API-Key, X-Comfy-Workspace-ID, Cookie";
    /** The bytes never change; their name and type may. */
    private static final String KEEP = "private, max-age=3600";

    private final BlobClient blobs;

    ProxiedContent(BlobClient blobs) {
        this.blobs = blobs;
    }

    Response answer(Served served, HttpServerRequest http) {
        Preconditions conditions = new Preconditions(http);
        if (conditions.notModified(served.tag(), served.since())) {
            return described(Response.notModified(), served).build();
        }
        boolean withBody = http.method() != HttpMethod.HEAD;
        return switch (ByteRange.parse(conditions.range(served.tag(), served.since()), served.size())) {
            case ByteRange.Whole all -> whole(served, withBody);
            case ByteRange.Part(ByteRange range) -> part(served, range, withBody);
            case ByteRange.Unsatisfiable none -> throw new ServiceException(
                    ErrorCode.RANGE_NOT_SATISFIABLE, "The content has " + served.size() + " bytes.",
                    Map.of("size", served.size()));
        };
    }

    private Response whole(Served served, boolean withBody) {
        ResponseBuilder answer = described(Response.ok(), served);
        return body(answer, served, served.size(), withBody ? "bytes=0-" : null);
    }

    private Response part(Served served, ByteRange range, boolean withBody) {
        String asked = range.first() + "-" + range.last();
        ResponseBuilder answer = described(Response.status(Response.Status.PARTIAL_CONTENT), served)
                .header("Content-Range", "bytes " + asked + "/" + served.size());
        return body(answer, served, range.length(), withBody ? "bytes=" + asked : null);
    }

    private Response body(ResponseBuilder answer, Served served, long length, String range) {
        if (range != null) {
            answer.entity(blobs.open(served.ref(), range).body());
        }
        return answer.header(HttpHeaders.CONTENT_TYPE, served.type())
                .header(HttpHeaders.CONTENT_DISPOSITION, served.disposition())
                .header(HttpHeaders.CONTENT_LENGTH, length)
                .build();
    }

    private static ResponseBuilder described(ResponseBuilder answer, Served served) {
        return answer.header(HttpHeaders.ETAG, served.tag())
                .header(HttpHeaders.LAST_MODIFIED, Preconditions.httpDate(served.since()))
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.CACHE_CONTROL, keep(served))
                .header(HttpHeaders.VARY, served.dependsOnUse() ? VARY + ", Sec-Fetch-Dest" : VARY);
    }

    private static String keep(Served served) {
        if (served.dependsOnUse()) {
            return "no-store";
        }
        // What has an end is asked for each time, so that it ends in caches too.
        return served.until() == null ? KEEP : "private, no-cache";
    }
}
