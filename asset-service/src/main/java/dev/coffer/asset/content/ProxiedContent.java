package dev.coffer.asset.content;

import dev.coffer.asset.Asset;
import dev.coffer.asset.Hashes;
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
    /** Who may see an answer depends on these. */
    static final String VARY = "Authorization, X-API-Key, X-Comfy-Workspace-ID";
    /** The bytes of an asset never change; its name and type may. */
    private static final String KEEP = "private, max-age=3600";

    private final BlobClient blobs;

    ProxiedContent(BlobClient blobs) {
        this.blobs = blobs;
    }

    Response answer(Asset asset, Served served, HttpServerRequest http) {
        Preconditions conditions = new Preconditions(http);
        String tag = Preconditions.tag(Hashes.digits(asset.hash));
        if (conditions.notModified(tag, asset.createdAt)) {
            return described(Response.notModified(), asset, served).build();
        }
        boolean withBody = http.method() != HttpMethod.HEAD;
        return switch (ByteRange.parse(conditions.range(tag, asset.createdAt), asset.size)) {
            case ByteRange.Whole all -> whole(asset, served, withBody);
            case ByteRange.Part(ByteRange range) -> part(asset, served, range, withBody);
            case ByteRange.Unsatisfiable none -> throw new ServiceException(
                    ErrorCode.RANGE_NOT_SATISFIABLE, "The content has " + asset.size + " bytes.",
                    Map.of("size", asset.size));
        };
    }

    private Response whole(Asset asset, Served served, boolean withBody) {
        ResponseBuilder answer = described(Response.ok(), asset, served);
        return body(answer, asset, served, asset.size, withBody ? "bytes=0-" : null);
    }

    private Response part(Asset asset, Served served, ByteRange range, boolean withBody) {
        String asked = range.first() + "-" + range.last();
        ResponseBuilder answer = described(Response.status(Response.Status.PARTIAL_CONTENT), asset, served)
                .header("Content-Range", "bytes " + asked + "/" + asset.size);
        return body(answer, asset, served, range.length(), withBody ? "bytes=" + asked : null);
    }

    private Response body(ResponseBuilder answer, Asset asset, Served served, long length, String range) {
        if (range != null) {
            answer.entity(blobs.open(asset.contentRef, range).body());
        }
        return answer.header(HttpHeaders.CONTENT_TYPE, served.type())
                .header(HttpHeaders.CONTENT_DISPOSITION, served.disposition())
                .header(HttpHeaders.CONTENT_LENGTH, length)
                .build();
    }

    private static ResponseBuilder described(ResponseBuilder answer, Asset asset, Served served) {
        return answer.header(HttpHeaders.ETAG, Preconditions.tag(Hashes.digits(asset.hash)))
                .header(HttpHeaders.LAST_MODIFIED, Preconditions.httpDate(asset.createdAt))
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.CACHE_CONTROL, served.dependsOnUse() ? "no-store" : KEEP)
                .header(HttpHeaders.VARY, served.dependsOnUse() ? VARY + ", Sec-Fetch-Dest" : VARY);
    }
}
