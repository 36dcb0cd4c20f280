package dev.coffer.blob.download;

import dev.coffer.blob.content.Blob;
import dev.coffer.blob.store.ObjectStore;
import dev.coffer.blob.transfer.Place;
import dev.coffer.blob.transfer.Transfers;
import dev.coffer.common.content.ByteRange;
import dev.coffer.common.content.ContentAnswer;
import dev.coffer.common.content.MediaTypes;
import dev.coffer.common.content.Representation;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.share.Holder;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Answers with the bytes of a blob, from its row or from the store. */
@ApplicationScoped
public class BlobAnswer {
    private static final Logger LOG = Logger.getLogger(BlobAnswer.class);

    private final ObjectStore store;
    private final Transfers transfers;
    private final RoutingContext exchange;

    BlobAnswer(ObjectStore store, Transfers transfers, RoutingContext exchange) {
        this.store = store;
        this.transfers = transfers;
        this.exchange = exchange;
    }

    /** The whole blob or a range of it, as the request asks, without a media type or file name. */
    public Response of(Blob blob, HttpServerRequest request) {
        return of(blob, MediaTypes.UNKNOWN, null, null, request);
    }

    /** The same with this media type, {@code Content-Disposition} and {@code Cache-Control}. */
    Response of(
            Blob blob,
            String type,
            @Nullable String disposition,
            @Nullable String caching,
            HttpServerRequest request) {
        Representation content = new Representation(blob.size(), blob.etag(), null, type, disposition, caching, null);
        return ContentAnswer.of(content, request, range -> open(blob, range));
    }

    private InputStream open(Blob blob, ByteRange range) {
        if (blob.content() != null) {
            return new ByteArrayInputStream(blob.content(), (int) range.first(), (int) range.length());
        }
        Place place = transfers.download(new Holder(blob.tenant(), blob.id().toString()));
        try {
            InputStream content = place.kept(store.get(blob.objectKey(), range));
            // The framework does not close the stream if the answer fails or the client goes away.
            exchange.addEndHandler(end -> close(content));
            if (exchange.response().closed()) {
                // The client went away while the store was asked: the end handlers have run already.
                close(content);
            }
            return content;
        } catch (IOException e) {
            place.close();
            throw ServiceException.unavailable("The store does not give the content, try again.");
        } catch (RuntimeException e) {
            place.close();
            throw e;
        }
    }

    private static void close(InputStream content) {
        try {
            content.close();
        } catch (IOException | RuntimeException e) {
            // Vert.x would never free the connection after an exception of an end handler.
            LOG.debugf("closing a content: %s", e.toString());
        }
    }
}
