package dev.coffer.blob.download;

import dev.coffer.blob.content.Blob;
import dev.coffer.blob.store.ObjectStore;
import dev.coffer.common.content.ContentAnswer;
import dev.coffer.common.content.Representation;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.http.ByteRange;
import dev.coffer.common.http.MediaTypes;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Answers with the bytes of a blob, from its row or from the store. */
@ApplicationScoped
public class BlobAnswer {
    private final ObjectStore store;

    BlobAnswer(ObjectStore store) {
        this.store = store;
    }

    /** What the request asks for of it, as bytes without a name. */
    public Response of(Blob blob, HttpServerRequest request) {
        return of(blob, MediaTypes.UNKNOWN, null, request);
    }

    /** The same under this type and disposition. */
    Response of(Blob blob, String type, String disposition, HttpServerRequest request) {
        Representation content = new Representation(blob.size(), blob.etag(), null, type, disposition, null, null);
        return ContentAnswer.of(content, request, range -> open(blob, range));
    }

    private InputStream open(Blob blob, ByteRange range) {
        if (blob.content() != null) {
            return new ByteArrayInputStream(blob.content(), (int) range.first(), (int) range.length());
        }
        try {
            return store.get(blob.objectKey(), range);
        } catch (IOException e) {
            throw ServiceException.unavailable("The store does not give the content, try again.");
        }
    }
}
