package dev.coffer.common.bodies;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.filter.FilterPriorities;
import dev.coffer.common.framework.FrameworkInternals;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bodies before and after somebody reads them. A long one stays with the client until it is asked for: a request may
 * have to wait for its turn, and what had come of its body would be in memory on the account of nobody.
 *
 * <p>Bodies of requests that were answered, mostly refused, before their body was read are discarded. Many clients read an
 * answer only after they have sent everything, so the rest of the body is discarded for a while; then the connection is
 * closed. It is closed at once where the body was too slow, and where the client waits for {@code 100 Continue}: it is
 * not known whether it still sends one (RFC 9110 section 10.1.1).
 */
@ApplicationScoped
class UnreadBody {
    private static final String WATCHED = UnreadBody.class.getName();
    private static final long MAX_DISCARDED_BYTES = 64L << 20;
    private static final long DISCARD_TIMEOUT_MILLIS = 30_000;
    /** Bodies of as many digits have 100,000 bytes at least. Shorter ones come with the head, or soon after. */
    private static final int LONG_LENGTH = 6;

    void install(@Observes Filters filters) {
        filters.register(UnreadBody::watch, FilterPriorities.UNREAD_BODY);
    }

    private static void watch(RoutingContext context) {
        context.addHeadersEndHandler(head -> {
            if (isHeldBack(context.request())) {
                context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            }
        });
        // A request that is routed again comes by here again, and has kept this handler.
        if (context.get(WATCHED) == null) {
            context.put(WATCHED, true);
            Context loop = context.vertx().getOrCreateContext();
            context.addEndHandler(end -> discardLater(loop, context.request()));
            holdBack(context.request());
        }
        context.next();
    }

    /** Called on the thread of the connection. */
    static void holdBack(HttpServerRequest request) {
        if (isLong(request)) {
            FrameworkInternals.pause(request.connection());
        }
    }

    /** Lets the rest of a body come, and what follows it. */
    static void letCome(HttpServerRequest request) {
        if (isLong(request)) {
            FrameworkInternals.resume(request.connection());
        }
    }

    /** Not of HTTP/2, where a connection has other requests, and each of them a window of its own. */
    private static boolean isLong(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.version() != HttpVersion.HTTP_2
                && (length == null ? hasBody(request) : length.length() >= LONG_LENGTH);
    }

    /** Whether a body is to come, and the client was not asked for it yet. */
    static boolean isHeldBack(HttpServerRequest request) {
        return !request.isEnded() && hasBody(request)
                && "100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT));
    }

    /**
     * Runs on the thread of the connection, since the request could end at any moment seen from another one. Not in the
     * end handler itself: Vert.x would never free the connection after an exception there.
     */
    static void discardLater(Context loop, HttpServerRequest request) {
        loop.runOnContext(later -> discard(loop.owner(), request));
    }

    private static void discard(Vertx vertx, HttpServerRequest request) {
        letCome(request);
        if (request.isEnded()) {
            return;
        }
        boolean slow = request.response().getStatusCode() == ErrorCode.REQUEST_TIMEOUT.status();
        if (slow || isHeldBack(request)) {
            request.connection().close();
            return;
        }
        if (!hasBody(request)) {
            request.resume();
            return;
        }
        long deadline = vertx.setTimer(DISCARD_TIMEOUT_MILLIS, late -> closeUnlessEnded(request));
        AtomicLong discarded = new AtomicLong();
        request.exceptionHandler(cut -> vertx.cancelTimer(deadline));
        request.endHandler(end -> vertx.cancelTimer(deadline));
        request.handler(bytes -> {
            if (discarded.addAndGet(bytes.length()) > MAX_DISCARDED_BYTES) {
                request.connection().close();
            }
        });
        request.resume();
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || length != null && !length.equals("0");
    }

    /** The connection of a request that has ended may be busy with the next one. */
    private static void closeUnlessEnded(HttpServerRequest request) {
        if (!request.isEnded()) {
            request.connection().close();
        }
    }
}
