package dev.coffer.asset;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import dev.coffer.common.blobclient.LinkRequest;
import dev.coffer.common.content.ByteRange;
import dev.coffer.common.identity.Owner;
import dev.coffer.testing.HttpStub;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
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
    private final Queue<String> calls = new ConcurrentLinkedQueue<>();
    private final HttpStub server = new HttpStub();

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
        server.on("/internal/keys/verify", exchange -> verify(exchange, "cfr_"))
                .on("/internal/sessions/verify", exchange -> verify(exchange, "cfs_"))
                .on("/internal/blobs/", this::store)
                .on("/internal/refs/", this::reference)
                .on("/held/", exchange -> HttpStub.answer(exchange, 200, held(lastStep(exchange))))
                .on("/followed/", exchange -> HttpStub.answer(exchange, 200, followed(lastStep(exchange))));
        Map<String, String> settings = new HashMap<>(server.giveTokens());
        settings.put("coffer.blob.url", server.url());
        settings.put("coffer.userdata.url", server.url());
        settings.put("coffer.outbox.releases", "false");
        return settings;
    }

    /** After the servers, whose blob-service is nowhere. */
    @Override
    public int order() {
        return 1;
    }

    /** The calls with this request id, one in each line: path and trace. */
    private String followed(String requestId) {
        return calls.stream().filter(call -> call.startsWith(requestId + " ")).collect(Collectors.joining("\n"));
    }

    private void note(HttpExchange exchange) {
        calls.add(exchange.getRequestHeaders().getFirst("X-Request-Id") + " " + exchange.getRequestURI().getPath() + " "
                + exchange.getRequestHeaders().getFirst("traceparent"));
    }

    @Override
    public void stop() {
        server.close();
    }

    private void verify(HttpExchange exchange, String prefix) throws IOException {
        note(exchange);
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String secret = body.substring(body.indexOf(prefix), body.lastIndexOf('"'));
        String[] words = secret.split("_", 3);
        if (words[1].equals("nobody")) {
            HttpStub.answer(exchange, 404, "{}");
            return;
        }
        HttpStub.answer(exchange, 200, "{\"tenant\":\"%s\",\"subject\":\"subject\",\"roles\":[],\"owner\":\"%s\"}"
                .formatted(words[1], words[2]));
    }

    private void store(HttpExchange exchange) throws IOException {
        note(exchange);
        byte[] content = exchange.getRequestBody().readAllBytes();
        String[] query = exchange.getRequestURI().getQuery().split("[=&]");
        references.put(lastStep(exchange), new Held(query[1], query[3], content));
        HttpStub.answer(exchange, 200, described(content));
    }

    private static String described(byte[] content) {
        return "{\"hash\":\"blake3:%s\",\"sha256\":\"sha256:%s\",\"size\":%d}"
                .formatted(HexFormat.of().formatHex(Blake3.hash(content)), DigestUtils.sha256Hex(content),
                        content.length);
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
            HttpStub.answer(exchange, 404, "{}");
        } else if (exchange.getRequestMethod().equals("DELETE")) {
            references.remove(steps[3]);
            HttpStub.answer(exchange, 204, "");
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
            HttpStub.answer(exchange, 404, "{}");
            return;
        }
        references.put(lastStep(exchange), new Held(asked.tenant(), asked.owner(), known.content()));
        HttpStub.answer(exchange, 200, described(known.content()));
    }

    private static void read(HttpExchange exchange, byte[] content) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        switch (ByteRange.parse(range, content.length)) {
            case ByteRange.Whole all -> send(exchange, 200, content);
            case ByteRange.Part(ByteRange part) ->
                send(exchange, 206, Arrays.copyOfRange(content, (int) part.first(), (int) part.last() + 1));
            case ByteRange.Unsatisfiable none -> HttpStub.answer(exchange, 416, "");
        }
    }

    private static String lastStep(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static void send(HttpExchange exchange, int status, byte[] body) {
        try {
            HttpStub.send(exchange, status, body);
        } catch (IOException gone) {
            // A reader may have seen enough.
        }
    }
}
