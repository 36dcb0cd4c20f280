package dev.coffer.localstack.edge;

import dev.coffer.localstack.edge.RouteTable.Upstream;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import java.util.Map;
import java.util.Optional;

/**
 * The one address of the stack: hands each request to the service that owns its path and streams both bodies. It
 * changes neither path nor identity, adds an id to requests that have none, and passes on a truncated body as
 * truncated.
 */
final class Edge extends AbstractVerticle {
    private static final System.Logger LOG = System.getLogger(Edge.class.getName());
    private static final int MAX_LINE_BYTES = 32 * 1024;
    private static final int MAX_HEADER_BYTES = 64 * 1024;
    private static final int MAX_CONNECTIONS_PER_SERVICE = 1000;
    private static final int CONNECT_MILLIS = 5000;
    /** Shorter than the keep-alive of the services, which would otherwise close a connection during a request. */
    private static final int KEEP_ALIVE_SECONDS = 30;
    /** Small, so that the service sees the progress of a slow client. */
    private static final int RECEIVE_BUFFER_BYTES = 256 * 1024;
    private static final String RETRY_AFTER_SECONDS = "2";

    private final int port;
    private final Map<Upstream, Integer> upstreams;
    private final ClientConnections connections;
    private final RouteTable routes = new RouteTable();

    Edge(int port, Map<Upstream, Integer> upstreams, ClientConnections connections) {
        this.port = port;
        this.upstreams = upstreams;
        this.connections = connections;
    }

    @Override
    public void start(Promise<Void> started) {
        HttpProxy proxy = HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false),
                vertx.createHttpClient(clientOptions()))
                .origin(this::open)
                .addInterceptor(new UnavailableOnFailure())
                .addInterceptor(new NoBodyWhereNoneIs());
        vertx.createHttpServer(serverOptions())
                .connectionHandler(connection -> connections.opened(vertx, connection))
                .requestHandler(request -> handle(request, proxy))
                .invalidRequestHandler(RequestHead::refuseBroken)
                .listen()
                .<Void>mapEmpty()
                .onComplete(started);
    }

    private void handle(HttpServerRequest request, HttpProxy proxy) {
        connections.begun(request);
        String id = RequestId.of(request);
        Optional<String> problem = RequestHead.problem(request);
        if (problem.isPresent()) {
            refuse(request, Refusal.INVALID_REQUEST, problem.get());
        } else if (request.method() == HttpMethod.OPTIONS && request.uri().equals("*")) {
            request.response().setStatusCode(204).putHeader(RequestId.HEADER, id).end();
        } else if (routes.find(RequestHead.target(request.uri())).isPresent()) {
            proxy.handle(request);
        } else {
            refuse(request, Refusal.NOT_FOUND, Refusal.NOT_FOUND.message());
        }
    }

    private static void refuse(HttpServerRequest request, Refusal refusal, String reason) {
        closeIfHeldBack(request);
        request.response()
                .setStatusCode(refusal.status())
                .putHeader("Content-Type", "application/json")
                .putHeader(RequestId.HEADER, RequestId.of(request))
                .end(refusal.json(reason));
    }

    private Future<HttpClientRequest> open(ProxyContext context) {
        HttpServerRequest request = context.request().proxiedRequest();
        String target = RequestHead.target(request.uri());
        context.request().setURI(target);
        Upstream upstream = routes.find(target).orElseThrow();
        return context.client()
                .request(new RequestOptions().setHost("127.0.0.1").setPort(upstreams.get(upstream)))
                .compose(opened -> shareTheEnd(request.response(), opened))
                .onSuccess(opened -> askForTheBody(request, opened));
    }

    /** {@code Expect: 100-continue} is answered by the service, which checks the credentials first. */
    private void askForTheBody(HttpServerRequest request, HttpClientRequest opened) {
        if (isHeldBack(request)) {
            opened.continueHandler(asked -> {
                request.headers().remove(HttpHeaders.EXPECT);
                request.response().writeContinue();
            });
            // The proxy would send the head only with the first bytes of the body, for which the client waits.
            vertx.runOnContext(filled -> opened.sendHead());
        }
    }

    private static boolean isHeldBack(HttpServerRequest request) {
        return !request.isEnded() && "100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT));
    }

    /** After a final answer instead of 100, the client may or may not send its body. */
    private static void closeIfHeldBack(HttpServerRequest request) {
        if (isHeldBack(request)) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                    .endHandler(sent -> request.connection().close());
        }
    }

    // The proxy misses a client that disconnects while the connection to the service is being made: the service would
    // wait for the rest of the body forever.
    private static Future<HttpClientRequest> shareTheEnd(HttpServerResponse response, HttpClientRequest opened) {
        if (response.closed()) {
            opened.reset();
            return Future.failedFuture("the client has gone");
        }
        response.closeHandler(gone -> opened.reset());
        return Future.succeededFuture(opened);
    }

    private HttpServerOptions serverOptions() {
        return new HttpServerOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                // Vert.x does not expose a connection while it may still become HTTP/2.
                .setHttp2ClearTextEnabled(false)
                .setMaxInitialLineLength(MAX_LINE_BYTES)
                .setMaxHeaderSize(MAX_HEADER_BYTES);
    }

    private static HttpClientOptions clientOptions() {
        return new HttpClientOptions()
                .setMaxPoolSize(MAX_CONNECTIONS_PER_SERVICE)
                .setConnectTimeout(CONNECT_MILLIS)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setReceiveBufferSize(RECEIVE_BUFFER_BYTES)
                .setMaxInitialLineLength(MAX_LINE_BYTES)
                .setMaxHeaderSize(MAX_HEADER_BYTES);
    }

    private static final class UnavailableOnFailure implements ProxyInterceptor {
        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            return context.sendRequest().recover(failure -> Future.succeededFuture(unavailable(context, failure)));
        }

        private static ProxyResponse unavailable(ProxyContext context, Throwable failure) {
            String id = RequestId.of(context.request().proxiedRequest());
            // Without the path, which may be a signed link.
            LOG.log(System.Logger.Level.WARNING,
                    "[" + id + "] 503 to a " + context.request().getMethod() + ": " + failure);
            return context.request().release()
                    .response()
                    .setStatusCode(Refusal.UNAVAILABLE.status())
                    .putHeader("Content-Type", "application/json")
                    .putHeader("Retry-After", RETRY_AFTER_SECONDS)
                    .putHeader(RequestId.HEADER, id)
                    .setBody(Body.body(Buffer.buffer(Refusal.UNAVAILABLE.json())));
        }
    }

    /** The proxy would announce a chunked body for an answer that cannot have one, and clients would wait for it. */
    private static final class NoBodyWhereNoneIs implements ProxyInterceptor {
        private static final int NOT_MODIFIED = 304;

        @Override
        public Future<Void> handleProxyResponse(ProxyContext context) {
            ProxyResponse answer = context.response();
            if (answer.getStatusCode() == NOT_MODIFIED && answer.getBody() != null) {
                answer.getBody().stream().resume();
                answer.setBody(null);
            }
            closeIfHeldBack(context.request().proxiedRequest());
            return context.sendResponse();
        }
    }
}
