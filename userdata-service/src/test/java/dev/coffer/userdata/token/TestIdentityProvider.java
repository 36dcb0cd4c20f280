package dev.coffer.userdata.token;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.coffer.userdata.UserdataServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/** An identity provider that says who it is and which key it signs with; its tokens are made by {@link SignedTokens}. */
public class TestIdentityProvider extends UserdataServers {
    // Test classes are loaded more than once in one JVM.
    static final String ISSUER = "coffer.test-issuer";
    static final String KEY = "coffer.test-issuer.key";

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("test");
            key.setAlgorithm("RS256");
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            String issuer = "http://127.0.0.1:" + server.getAddress().getPort();
            serve("/.well-known/openid-configuration", """
                    {"issuer":"%1$s","jwks_uri":"%1$s/keys","token_endpoint":"%1$s/token",
                     "authorization_endpoint":"%1$s/login","introspection_endpoint":"%1$s/introspect"}"""
                    .formatted(issuer));
            serve("/keys", "{\"keys\":[" + key.toJson(OutputControlLevel.PUBLIC_ONLY) + "]}");
            // Whoever asks it is told what would open everything.
            serve("/introspect", """
                    {"active":true,"sub":"eve","tenant":"acme","scope":"coffer-internal coffer-publisher"}""");
            server.start();
            System.setProperty(ISSUER, issuer);
            System.setProperty(KEY, key.toJson(OutputControlLevel.INCLUDE_PRIVATE));
            Map<String, String> settings = new HashMap<>(super.start());
            settings.put("quarkus.oidc.auth-server-url", issuer);
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private void serve(String path, String json) {
        server.createContext(path, exchange -> answer(exchange, json));
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        try (exchange) {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
