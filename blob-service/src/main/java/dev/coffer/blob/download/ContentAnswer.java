package dev.coffer.blob.download;

import dev.coffer.blob.content.Blob;
import dev.coffer.blob.store.ObjectStore;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.http.ByteRange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Answers with content: 200, 206 or 416, a strong ETag, and the bytes as a stream (RFC 9110 sections 13 and 14). */
@ApplicationScoped
public class ContentAnswer {
    private final ObjectStore store;

    ContentAnswer(ObjectStore store) {
        this.store = store;
    }

    /**
     * @param range the Range header, or null
     * @param ifNoneMatch the If-None-Match header, or null
     */
    public Response.ResponseBuilder of(Blob blob, String range, String ifNoneMatch) throws IOException {
        if (matches(ifNoneMatch, blob.etag())) {
            return Response.notModified().header(HttpHeaders.ETAG, blob.etag());
        }
        return switch (ByteRange.parse(range, blob.size())) {
            case ByteRange.Whole whole ->
                    answer(Response.ok(), blob, new ByteRange(0, blob.size() - 1));
            case ByteRange.Part(ByteRange part) ->
                    answer(Response.status(Response.Status.PARTIAL_CONTENT), blob, part)
                            .header("Content-Range", "bytes " + part.first() + "-" + part.last() + "/" + blob.size());
            case ByteRange.Unsatisfiable none ->
                    Response.status(416)
                            .header("Content-Range", "bytes */" + blob.size())
                            .header(HttpHeaders.ETAG, blob.etag());
        };
    }

    private Response.ResponseBuilder answer(Response.ResponseBuilder answer, Blob blob, ByteRange range)
            throws IOException {
        return answer.entity(open(blob, range))
                .header(HttpHeaders.CONTENT_LENGTH, range.length())
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

    private static boolean matches(String ifNoneMatch, String etag) {
        if (ifNoneMatch == null) {
            return false;
        }
        for (String candidate : ifNoneMatch.split(",")) {
            String tag = candidate.strip();
            if (tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag)) {
                return true;
            }
        }
        return false;
    }
}
