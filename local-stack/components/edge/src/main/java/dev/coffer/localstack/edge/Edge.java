package dev.coffer.localstack.edge;

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
 * The one address of the stack: hands each request to the service that owns its path and streams both bodies.
 * It changes neither path nor identity, gives requests an id that have none, and a body that is cut on one side is cut on the other.
 */
final class Edge extends AbstractVerticle {
    private static final System.Logger LOG = System.getLogger(Edge.class.getName());
    private static final int MAX_LINE_BYTES = 32 * 1024;
    private static final int MAX_HEADER_BYTES = 64 * 1024;
    private static final int MAX_CONNECTIONS_PER_SERVICE = 1000;
    private static final int CONNECT_MILLIS = 5000;
    /** Shorter than the services keep connections, which would else be closed under a request. */
    private static final int KEEP_ALIVE_SECONDS = 30;
    /** Small, so that what a slow client has left there goes on in small lumps, and the service sees it move. */
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

    /** A client that waits to be asked for its body waits for the service, which looks at its credentials first. */
    private void askForTheBody(HttpServerRequest request, HttpClientRequest opened) {
        if (isHeldBack(request)) {
            opened.continueHandler(asked -> {
                request.headers().remove(HttpHeaders.EXPECT);
                request.response().writeContinue();
            });
            // The proxy fills the head in now, and would send it with the first bytes of the body, which do not come.
            vertx.runOnContext(filled -> opened.sendHead());
        }
    }

    private static boolean isHeldBack(HttpServerRequest request) {
        return !request.isEnded() && "100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT));
    }

    /** Nobody can say whether a client that was answered instead of being asked still sends its body. */
    private static void closeIfHeldBack(HttpServerRequest request) {
        if (isHeldBack(request)) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                    .endHandler(sent -> request.connection().close());
        }
    }

    // The proxy alone does not see a client that goes while the connection to the service is being made: the service
    // would wait for the rest of the body for ever.
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
                // While vert.x waits for what might become HTTP/2 it shows nobody the connection.
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
            // Without the path, which may be a link that opens something.
            LOG.log(System.Logger.Level.WARNING, "[" + id + "] 503 to a " + context.request().getMethod() + ": " + failure);
            return context.request().release()
                    .response()
                    .setStatusCode(Refusal.UNAVAILABLE.status())
                    .putHeader("Content-Type", "application/json")
                    .putHeader("Retry-After", RETRY_AFTER_SECONDS)
                    .putHeader(RequestId.HEADER, id)
                    .setBody(Body.body(Buffer.buffer(Refusal.UNAVAILABLE.json())));
        }
    }

    /** The proxy would announce chunks for an answer that cannot have a body, and clients would wait for them. */
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
