package dev.coffer.files;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import dev.coffer.testing.HttpStub;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands in for blob-service where it is asked for completed uploads and for content, and for the identity provider
 * behind it. A test has the answers in a field {@code blobAnswers}: completed uploads by owner, such as {@code acme
 * project:p}, as a JSON array; content in Base64, and how often it was asked for, by {@link #content} and {@link
 * #reads}.
 */
public class BlobAnswers implements QuarkusTestResourceLifecycleManager {
    /** While this is a key, blob-service is away. */
    public static final String AWAY = "away";

    /** While this is a key, nothing is stored. */
    public static final String FULL = "full";

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

    private final ObjectMapper json = new ObjectMapper();
    // Of the JDK, since tests are loaded by another class loader.
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final HttpStub server = new HttpStub();

    @Override
    public Map<String, String> start() {
        server.on("/internal/uploads/completed", this::completed);
        server.on("/internal/blobs/", this::store);
        server.on("/internal/refs/", this::open);
        Map<String, String> settings = new HashMap<>(server.giveTokens());
        settings.put("coffer.blob.url", server.url());
        settings.put("coffer.outbox.releases", "false");
        return settings;
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
        server.close();
    }

    private void completed(HttpExchange exchange) throws IOException {
        var question = json.readTree(exchange.getRequestBody());
        String owner = question.path("tenant").asText() + " " + question.path("owner").asText();
        boolean away = answers.containsKey(AWAY);
        HttpStub.answer(exchange, away ? 503 : 200, away ? "{}" : answers.getOrDefault(owner, "[]"));
    }

    /** Under what the content of a reference is. */
    public static String content(Object ref) {
        return "content " + ref;
    }

    /** Under what it is how often content was asked for. */
    public static String reads(Object ref) {
        return "reads " + ref;
    }

    private void store(HttpExchange exchange) throws IOException {
        byte[] content = exchange.getRequestBody().readAllBytes();
        if (answers.containsKey(FULL)) {
            HttpStub.answer(exchange, 413, "{\"code\":\"QUOTA_EXCEEDED\",\"message\":\"full\"}");
            return;
        }
        answers.put(content(ref(exchange)), Base64.getEncoder().encodeToString(content));
        HttpStub.answer(
                exchange, 200, "{\"hash\":\"blake3:x\",\"sha256\":\"sha256:x\",\"size\":" + content.length + "}");
    }

    private void open(HttpExchange exchange) throws IOException {
        String ref = ref(exchange);
        answers.merge(reads(ref), "1", (before, one) -> String.valueOf(Integer.parseInt(before) + 1));
        String content = answers.get(content(ref));
        Matcher range = RANGE.matcher(String.valueOf(exchange.getRequestHeaders().getFirst("Range")));
        if (content == null || !range.matches()) {
            HttpStub.answer(exchange, 404, "{}");
            return;
        }
        byte[] bytes = Base64.getDecoder().decode(content);
        int end = Math.min(bytes.length, Integer.parseInt(range.group(2)) + 1);
        HttpStub.send(exchange, 206, Arrays.copyOfRange(bytes, Integer.parseInt(range.group(1)), end));
    }

    /** The fourth part of {@code /internal/blobs/<ref>} and {@code /internal/refs/<ref>/content}. */
    private static String ref(HttpExchange exchange) {
        return exchange.getRequestURI().getPath().split("/")[3];
    }
}
