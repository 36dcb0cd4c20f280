package dev.coffer.asset.remote;

import dev.coffer.common.content.MediaTypes;
import dev.coffer.common.streams.StallGuard;
import java.io.Closeable;
import java.io.InputStream;
import java.net.URI;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** A good answer of another server. Closing it breaks the connection off, with anything still to come. */
public final class RemoteAnswer implements Closeable {
    private final URI asked;
    private final URI url;
    private final RemoteExchange exchange;
    private final StallGuard guard;
    private final DeadlineStream body;

    RemoteAnswer(URI asked, URI url, RemoteExchange exchange, StallGuard guard, DeadlineStream body) {
        this.asked = asked;
        this.url = url;
        this.exchange = exchange;
        this.guard = guard;
        this.body = body;
    }

    /** Where the content was in the end. */
    public URI url() {
        return url;
    }

    /** Size in bytes, or -1 if the server does not say. */
    public long length() {
        try {
            return Math.max(-1, Long.parseLong(exchange.header(HttpHeaders.CONTENT_LENGTH)));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** The media type without parameters, if there is one. */
    public @Nullable String contentType() {
        String type = exchange.header(HttpHeaders.CONTENT_TYPE);
        return type.isEmpty() || !MediaTypes.wellFormed(type) ? null : MediaTypes.bare(type);
    }

    /** How the server calls the content, else the last step of the path that was asked for, if it has one. */
    public @Nullable String fileName() {
        return RemoteFileName.inHeader(exchange.header("Content-Disposition")).or(() -> RemoteFileName.inPath(asked))
                .orElse(null);
    }

    /** The bytes. Closing them does nothing, since that would read them to their end. */
    public InputStream body() {
        return body;
    }

    @Override
    public void close() {
        guard.close();
        exchange.close();
    }
}
