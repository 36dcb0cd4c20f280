package dev.coffer.userdata.usage;

import dev.coffer.testing.HttpStub;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** A stub of blob-service and the identity provider; QuotaLimitsIT of blob-service tests the same answers there. */
public class BlobStub implements QuarkusTestResourceLifecycleManager {
    static final String SENTENCE = "The quota of your organisation is 1000 bytes, of which 1 are left.";
    private static final String USAGE = """
            {"bytes": 999, "files": 3, "limits": {"bytes": 1000}}""";
    private static final String FREE = """
            {"bytes": 0, "files": 0}""";
    private static final String REFUSAL = """
            {"code": "QUOTA_EXCEEDED", "message": "%s", "details": {"quota": "bytes", "limit": 1000, "left": 1}}"""
            .formatted(SENTENCE);

    private final HttpStub server = new HttpStub();

    @Override
    public Map<String, String> start() {
        server.on("/internal/usage", exchange -> HttpStub.answer(
                exchange, 200, exchange.getRequestURI().getQuery().equals("tenant=acme") ? USAGE : FREE));
        server.on("/internal/blobs", exchange -> HttpStub.answer(exchange, 413, REFUSAL));
        Map<String, String> settings = new HashMap<>(server.giveTokens());
        settings.put("coffer.blob.url", server.url());
        return settings;
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public void stop() {
        server.close();
    }
}
