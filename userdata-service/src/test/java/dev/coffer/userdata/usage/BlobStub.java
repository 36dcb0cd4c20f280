package dev.coffer.userdata.usage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Says what blob-service and the identity provider say; QuotaLimitsIT of blob-service holds it to its part. */
public class BlobStub implements QuarkusTestResourceLifecycleManager {
    static final String SENTENCE = "The quota of your organisation is 1000 bytes, of which 1 are left.";
    private static final String TOKEN = """
            {"access_token": "any", "token_type": "Bearer", "expires_in": 900}""";
    private static final String USAGE = """
            {"bytes": 999, "files": 3, "limits": {"bytes": 1000}}""";
    private static final String FREE = """
            {"bytes": 0, "files": 0}""";
    private static final String REFUSAL = """
            {"code": "QUOTA_EXCEEDED", "message": "%s", "details": {"quota": "bytes", "limit": 1000, "left": 1}}"""
            .formatted(SENTENCE);

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/token", exchange -> answer(exchange, 200, TOKEN));
        server.createContext("/internal/usage", exchange ->
                answer(exchange, 200, exchange.getRequestURI().getQuery().equals("tenant=acme") ? USAGE : FREE));
        server.createContext("/internal/blobs", exchange -> answer(exchange, 413, REFUSAL));
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "coffer.blob.url", url,
                "quarkus.oidc-client.discovery-enabled", "false",
                "quarkus.oidc-client.token-path", url + "/token");
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
