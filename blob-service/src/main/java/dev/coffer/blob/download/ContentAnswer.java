package dev.coffer.blob.download;

import dev.coffer.blob.content.Blob;
import dev.coffer.blob.store.ObjectStore;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.http.ByteRange;
import dev.coffer.common.http.Preconditions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Answers with content: 200, 206 or 416, a strong ETag, and the bytes as a stream (RFC 9110 sections 13 and 14). */
@ApplicationScoped
public class ContentAnswer {
    private final ObjectStore store;

    ContentAnswer(ObjectStore store) {
        this.store = store;
    }

    /** What the request asks for of it; nothing is opened for a HEAD. */
    public Response.ResponseBuilder of(Blob blob, HttpServerRequest request) throws IOException {
        Preconditions conditions = new Preconditions(request);
        if (conditions.notModified(blob.etag(), null)) {
            return Response.notModified().header(HttpHeaders.ETAG, blob.etag());
        }
        boolean withBody = request.method() != HttpMethod.HEAD;
        return switch (ByteRange.parse(conditions.range(blob.etag(), null), blob.size())) {
            case ByteRange.Whole whole -> answer(Response.ok(), blob, new ByteRange(0, blob.size() - 1), withBody);
            case ByteRange.Part(ByteRange part) ->
                    answer(Response.status(Response.Status.PARTIAL_CONTENT), blob, part, withBody)
                            .header("Content-Range", "bytes " + part.first() + "-" + part.last() + "/" + blob.size());
            case ByteRange.Unsatisfiable none -> throw new ServiceException(
                    ErrorCode.RANGE_NOT_SATISFIABLE, "The content has " + blob.size() + " bytes.",
                    Map.of("size", blob.size()));
        };
    }

    private Response.ResponseBuilder answer(
            Response.ResponseBuilder answer, Blob blob, ByteRange range, boolean withBody) throws IOException {
        if (withBody) {
            answer.entity(open(blob, range));
        }
        return answer.header(HttpHeaders.CONTENT_LENGTH, range.length())
                .header(HttpHeaders.CONTENT_TYPE, "application/octet-stream")
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.ETAG, blob.etag());
    }

    private InputStream open(Blob blob, ByteRange range) throws IOException {
        if (blob.content() != null) {
            return new ByteArrayInputStream(blob.content(), (int) range.first(), (int) range.length());
        }
        try {
            return store.get(blob.objectKey(), range);
        } catch (IOException e) {
            throw new ServiceException(ErrorCode.UNAVAILABLE, "The store does not give the content, try again.");
        }
    }
}
