package dev.coffer.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;

/** A server on a free port of the loopback interface that answers what a test says, in place of a neighbour. */
public final class HttpStub implements AutoCloseable {
    private static final String TOKEN = "{\"access_token\":\"any\",\"token_type\":\"Bearer\",\"expires_in\":3600}";

    private final HttpServer server;

    /** Runs, and knows no path yet. */
    public HttpStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** Where it is, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Answers requests below this path so. */
    public HttpStub on(String path, HttpHandler handler) {
        server.createContext(path, handler);
        return this;
    }

    /** Answers requests below this path with this JSON. */
    public HttpStub on(String path, String json) {
        return on(path, exchange -> answer(exchange, 200, json));
    }

    /** Gives out tokens for calls to other services; these settings make the service of a test ask here for them. */
    public Map<String, String> giveTokens() {
        on("/token", TOKEN);
        return Map.of(
                "quarkus.oidc-client.discovery-enabled", "false",
                "quarkus.oidc-client.token-path", url() + "/token",
                "quarkus.oidc-client.credentials.secret", "only for tests");
    }

    /** Answers with this JSON. */
    public static void answer(HttpExchange exchange, int status, String json) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        send(exchange, status, json.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with any bytes. */
    public static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
