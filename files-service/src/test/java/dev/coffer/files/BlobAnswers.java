package dev.coffer.files;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import dev.coffer.testing.HttpStub;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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
    private final HttpStub server = new HttpStub();

    @Override
    public Map<String, String> start() {
        server.on("/internal/uploads/completed", this::completed);
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
}
