package dev.coffer.asset;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.coffer.common.blobclient.LinkRequest;
import dev.coffer.common.content.ByteRange;
import dev.coffer.common.identity.Owner;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.Blake3;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Stands in for the services that this one calls, at their HTTP interface: a blob-service that keeps contents in
 * memory, a userdata-service that believes every credential, and an identity provider for the calls to them. The
 * real ones are in the acceptance suite. What a transaction gives back stays in its table, where tests can look at it.
 */
public class Neighbours implements QuarkusTestResourceLifecycleManager {
    private record Held(String tenant, String owner, byte[] content) {
        boolean isOf(String query) {
            return ("tenant=" + tenant + "&owner=" + owner).equals(query);
        }
    }

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Held> references = new ConcurrentHashMap<>();
    private HttpServer server;

    /** An API key of that workspace. */
    public static String key(Owner owner) {
        return "cfr_" + owner.tenant() + "_" + owner.key();
    }

    /** The value of a session cookie of that workspace. */
    public static String session(Owner owner) {
        return "cfs_" + owner.tenant() + "_" + owner.key();
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/token", exchange -> answer(exchange, 200, "{\"access_token\":\"t\",\"expires_in\":3600}"));
        server.createContext("/internal/keys/verify", exchange -> verify(exchange, "cfr_"));
        server.createContext("/internal/sessions/verify", exchange -> verify(exchange, "cfs_"));
        server.createContext("/internal/blobs/", this::store);
        server.createContext("/internal/refs/", this::reference);
        server.createContext("/held/", exchange -> answer(exchange, 200, held(lastStep(exchange))));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "coffer.blob.url", url,
                "coffer.userdata.url", url,
                "coffer.outbox.releases", "false",
                "quarkus.oidc-client.discovery-enabled", "false",
                "quarkus.oidc-client.token-path", url + "/token",
                "quarkus.oidc-client.credentials.secret", "only for tests");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private static void verify(HttpExchange exchange, String prefix) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String secret = body.substring(body.indexOf(prefix), body.lastIndexOf('"'));
        String[] words = secret.split("_", 3);
        if (words[1].equals("nobody")) {
            answer(exchange, 404, "{}");
            return;
        }
        answer(exchange, 200, "{\"tenant\":\"%s\",\"subject\":\"subject\",\"roles\":[],\"owner\":\"%s\"}"
                .formatted(words[1], words[2]));
    }

    private void store(HttpExchange exchange) throws IOException {
        byte[] content = exchange.getRequestBody().readAllBytes();
        String[] query = exchange.getRequestURI().getQuery().split("[=&]");
        references.put(lastStep(exchange), new Held(query[1], query[3], content));
        answer(exchange, 200, described(content));
    }

    private static String described(byte[] content) {
        return "{\"hash\":\"blake3:%s\",\"sha256\":\"sha256:%s\",\"size\":%d}"
                .formatted(HexFormat.of().formatHex(Blake3.hash(content)), DigestUtils.sha256Hex(content), content.length);
    }

    /** The references of a tenant, one in each line. */
    private String held(String tenant) {
        return references.entrySet().stream().filter(entry -> entry.getValue().tenant().equals(tenant))
                .map(Map.Entry::getKey).collect(Collectors.joining("\n"));
    }

    private void reference(HttpExchange exchange) throws IOException {
        String[] steps = exchange.getRequestURI().getPath().split("/");
        Held held = references.get(steps[3]);
        if (exchange.getRequestMethod().equals("PUT")) {
            link(exchange);
        } else if (held == null || !held.isOf(exchange.getRequestURI().getQuery())) {
            answer(exchange, 404, "{}");
        } else if (exchange.getRequestMethod().equals("DELETE")) {
            references.remove(steps[3]);
            answer(exchange, 204, "");
        } else {
            read(exchange, held.content());
        }
    }

    private void link(HttpExchange exchange) throws IOException {
        LinkRequest asked = json.readValue(exchange.getRequestBody(), LinkRequest.class);
        Held known = references.values().stream()
                .filter(held -> held.tenant().equals(asked.tenant()) && asked.visibleTo().contains(held.owner()))
                .filter(held -> described(held.content()).contains(asked.hash()))
                .findFirst().orElse(null);
        if (known == null) {
            answer(exchange, 404, "{}");
            return;
        }
        references.put(lastStep(exchange), new Held(asked.tenant(), asked.owner(), known.content()));
        answer(exchange, 200, described(known.content()));
    }

    private static void read(HttpExchange exchange, byte[] content) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        switch (ByteRange.parse(range, content.length)) {
            case ByteRange.Whole all -> send(exchange, 200, content);
            case ByteRange.Part(ByteRange part) ->
                    send(exchange, 206, Arrays.copyOfRange(content, (int) part.first(), (int) part.last() + 1));
            case ByteRange.Unsatisfiable none -> answer(exchange, 416, "");
        }
    }

    private static String lastStep(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        send(exchange, status, json.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException gone) {
            // A reader may have seen enough.
        }
    }
}
