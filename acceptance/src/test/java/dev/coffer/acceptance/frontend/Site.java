package dev.coffer.acceptance.frontend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.coffer.acceptance.stack.Environment;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Serves a page and the API at one address, as front ends expect: the page below {@code /page}; all other requests are
 * forwarded to the stack unchanged and recorded.
 */
final class Site implements AutoCloseable {
    private static final Set<String> HOP_BY_HOP = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private static final int NO_BODY = -1;

    static {
        HOP_BY_HOP.addAll(List.of("host", "connection", "content-length", "transfer-encoding", "upgrade", "expect"));
    }

    private final HttpServer server;
    private final HttpClient stack = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<SentRequest> sent = new CopyOnWriteArrayList<>();
    private final Supplier<String> token;
    private volatile String report;

    private Site(HttpServer server, Supplier<String> token) {
        this.server = server;
        this.token = token;
    }

    /** Starts it for the bearer of this access token. */
    static Site start(Supplier<String> token) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Site site = new Site(server, token);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/page/", site::page);
        server.createContext("/", site::passOn);
        server.start();
        return site;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/page/index.html";
    }

    /** What the page has reported, once it has. */
    String report() {
        return report;
    }

    /** The requests that were forwarded to the stack. */
    List<SentRequest> sent() {
        return sent;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void page(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestURI().getPath()) {
            case "/page/index.html" -> answer(exchange, "text/html", resource("index.html"));
            case "/page/calls.js" -> answer(exchange, "text/javascript", resource("calls.js"));
            case "/page/token" -> answer(exchange, "application/json", bytes("{\"token\":\"" + token.get() + "\"}"));
            default -> {
                report = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                answer(exchange, "application/json", bytes("{}"));
            }
        }
    }

    private void passOn(HttpExchange exchange) throws IOException {
        SentRequest request = SentRequest.of(exchange);
        sent.add(request);
        try (exchange) {
            HttpResponse<byte[]> answer = stack.send(copy(exchange, request), BodyHandlers.ofByteArray());
            answer.headers().map().forEach((name, values) -> {
                if (!HOP_BY_HOP.contains(name)) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            send(exchange, answer.statusCode(), answer.body());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Paths are forwarded as they were sent: a front end encodes a whole path as one segment. */
    private static HttpRequest copy(HttpExchange exchange, SentRequest request) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        HttpRequest.Builder copy = HttpRequest.newBuilder(URI.create(Environment.url() + request.target()))
                .method(request.method(), BodyPublishers.ofByteArray(body));
        request.headers().forEach((name, values) -> {
            if (!HOP_BY_HOP.contains(name)) {
                values.forEach(value -> copy.header(name, value));
            }
        });
        return copy.build();
    }

    private static void answer(HttpExchange exchange, String type, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type + ";charset=utf-8");
            send(exchange, 200, body);
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? NO_BODY : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Site.class.getResourceAsStream("/frontend/" + name)) {
            return in.readAllBytes();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
