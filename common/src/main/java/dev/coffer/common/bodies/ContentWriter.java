package dev.coffer.common.bodies;

import dev.coffer.common.framework.FrameworkInternals;
import io.netty.channel.EventLoop;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * How every service sends content. If the source fails after the answer has begun, the connection is closed: the
 * framework would leave it open, and the client would wait for the rest for ever. The connection of a client that does
 * not read is closed as with all answers; then writing fails, and the source is closed.
 */
@Provider
@Produces(MediaType.WILDCARD)
public class ContentWriter implements ServerMessageBodyWriter<InputStream> {
    private static final Logger LOG = Logger.getLogger(ContentWriter.class);
    private static final int BUFFER = 64 * 1024;
    /** Bytes that are handed over before the thread of the connection has to have taken them. */
    private static final int AHEAD = 2 * BUFFER;

    private final RoutingContext request;

    ContentWriter(RoutingContext request) {
        this.request = request;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return InputStream.class.isAssignableFrom(type);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return InputStream.class.isAssignableFrom(type);
    }

    @Override
    public void writeResponse(InputStream content, Type generic, ServerRequestContext context) throws IOException {
        send(content, context.getOrCreateOutputStream());
    }

    @Override
    public void writeTo(
            InputStream content,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        send(content, out);
    }

    private void send(InputStream content, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (content) {
            int ahead = 0;
            for (int count = read(content, buffer); count >= 0; count = read(content, buffer)) {
                out.write(buffer, 0, count);
                ahead += count;
                if (ahead >= AHEAD) {
                    letConnectionCatchUp();
                    ahead = 0;
                }
            }
            out.close();
        } catch (SourceBroken e) {
            LOG.warnf("Sending was broken off: %s", String.valueOf(e.getCause()));
            request.request().connection().close();
        } catch (IOException e) {
            LOG.debugf("The client has gone: %s", e.toString());
            // For any reason: an answer that was not written to its end must not leave its connection open.
            request.request().connection().close();
        }
    }

    /**
     * Waits until the thread of the connection has taken what was written. Its queue has no bound, and what is in it
     * does not count as written: of a fast source all could be there, on the account of nobody.
     */
    private void letConnectionCatchUp() throws IOException {
        EventLoop connection = FrameworkInternals.channel(request.request().connection()).eventLoop();
        try {
            if (!connection.inEventLoop()) {
                connection.submit(() -> {}).syncUninterruptibly();
            }
        } catch (RejectedExecutionException e) {
            throw new IOException("The server is being stopped", e);
        }
    }

    private static int read(InputStream content, byte[] buffer) throws SourceBroken {
        try {
            return content.read(buffer);
        } catch (IOException e) {
            throw new SourceBroken(e);
        }
    }

    private static final class SourceBroken extends IOException {
        SourceBroken(IOException cause) {
            super(cause);
        }
    }
}
