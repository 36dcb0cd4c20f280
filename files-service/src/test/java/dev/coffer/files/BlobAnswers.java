package dev.coffer.files;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * Stands in for blob-service where it is asked for completed uploads, and for the identity provider behind it. A test
 * has the answers in a field {@code blobAnswers}: by owner, such as {@code acme project:p}, as a JSON array.
 */
public class BlobAnswers implements QuarkusTestResourceLifecycleManager {
    /** While this is a key, blob-service is away. */
    public static final String AWAY = "away";

    private final ObjectMapper json = new ObjectMapper();
    // Of the JDK, since tests are loaded by another class loader.
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/token", exchange -> answer(exchange, 200, "{\"access_token\":\"t\",\"expires_in\":3600}"));
        server.createContext("/internal/uploads/completed", this::completed);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "coffer.blob.url", url,
                "coffer.outbox.releases", "false",
                "quarkus.oidc-client.discovery-enabled", "false",
                "quarkus.oidc-client.token-path", url + "/token",
                "quarkus.oidc-client.credentials.secret", "only for tests");
    }

    /** After the servers, whose blob-service is nowhere. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(answers, field -> field.getName().equals("blobAnswers"));
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private void completed(HttpExchange exchange) throws IOException {
        var question = json.readTree(exchange.getRequestBody());
        String owner = question.path("tenant").asText() + " " + question.path("owner").asText();
        boolean away = answers.containsKey(AWAY);
        answer(exchange, away ? 503 : 200, away ? "{}" : answers.getOrDefault(owner, "[]"));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
