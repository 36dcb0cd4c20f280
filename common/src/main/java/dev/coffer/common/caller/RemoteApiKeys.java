package dev.coffer.common.caller;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.coffer.common.blob.InternalToken;
import dev.coffer.common.error.ServiceException;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.jboss.logging.Logger;

/**
 * Asks userdata-service whose an API key is, and believes the answer for a short while. A service takes API
 * keys this way if its application.properties say {@code coffer.api-keys=remote}.
 */
@ApplicationScoped
@IfBuildProperty(name = "coffer.api-keys", stringValue = "remote")
class RemoteApiKeys implements ApiKeyVerifier {
    private static final Logger LOG = Logger.getLogger(RemoteApiKeys.class);
    private static final Duration LONGEST_CACHE = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final RemoteKeysConfig config;
    private final InternalToken token;
    private final ObjectMapper json;
    private final Cache<String, Optional<Caller>> answers;

    RemoteApiKeys(RemoteKeysConfig config, InternalToken token, ObjectMapper json) {
        this.config = config;
        this.token = token;
        this.json = json;
        Duration life = config.keyCache().compareTo(LONGEST_CACHE) > 0 ? LONGEST_CACHE : config.keyCache();
        this.answers = Caffeine.newBuilder()
                .maximumSize(config.keyCacheSize())
                .expireAfterWrite(life)
                .build();
    }

    @Override
    public Optional<Caller> verify(String key) {
        if (!key.startsWith(PREFIX)) {
            return Optional.empty();
        }
        // Keys themselves are not kept in memory.
        return answers.get(DigestUtils.sha256Hex(key), unknown -> ask(key));
    }

    private Optional<Caller> ask(String key) {
        try {
            HttpResponse<byte[]> answer = client.send(request(key), BodyHandlers.ofByteArray());
            return switch (answer.statusCode()) {
                case 200 -> Optional.of(json.readValue(answer.body(), VerifiedKey.class).caller());
                case 404 -> Optional.empty();
                default -> throw new IOException("answered " + answer.statusCode());
            };
        } catch (IOException e) {
            LOG.warnf("userdata-service, asked for an API key: %s", e.toString());
            throw ServiceException.unavailable("API keys cannot be verified at the moment.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ServiceException.unavailable("Shutting down.");
        }
    }

    private HttpRequest request(String key) throws IOException {
        return HttpRequest.newBuilder(config.url().resolve("/internal/keys/verify"))
                .timeout(PATIENCE)
                .header("Authorization", token.bearer())
                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(Map.of("key", key))))
                .build();
    }
}
