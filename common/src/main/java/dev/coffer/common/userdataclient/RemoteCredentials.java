package dev.coffer.common.userdataclient;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Caller;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.apache.commons.codec.digest.DigestUtils;
import org.jboss.logging.Logger;

/**
 * Verifies one kind of secret (API keys, or sessions) by asking userdata-service for its owner. Answers are cached for
 * a short time, but never beyond the expiry of the secret.
 */
final class RemoteCredentials {
    private static final Logger LOG = Logger.getLogger(RemoteCredentials.class);
    private static final Duration LONGEST_CACHE = Duration.ofSeconds(30);

    private final UserdataClient userdata;
    private final String path;
    private final String field;
    private final ObjectMapper json;
    private final Clock clock;
    private final AsyncCache<String, Optional<VerifiedKey>> answers;

    /**
     * @param path of the internal operation that verifies the secret
     * @param field of its body, which takes the secret
     * @param authorization the {@code Authorization} header of this service, for each request
     */
    RemoteCredentials(
            String path,
            String field,
            RemoteCredentialsConfig config,
            Supplier<String> authorization,
            ObjectMapper json,
            Clock clock) {
        this.path = path;
        this.field = field;
        this.userdata = new UserdataClient(config, authorization, json);
        this.json = json;
        this.clock = clock;
        Duration life = config.keyCache().compareTo(LONGEST_CACHE) > 0 ? LONGEST_CACHE : config.keyCache();
        this.answers = Caffeine.newBuilder()
                .maximumSize(config.keyCacheSize())
                .expireAfterWrite(life)
                .buildAsync();
    }

    /**
     * The caller that the secret represents; empty if it is not valid.
     *
     * @throws ServiceException 503 if userdata-service does not answer
     */
    Optional<Caller> verify(String secret) {
        // Secrets themselves are not kept in memory.
        return answer(DigestUtils.sha256Hex(secret), secret)
                .filter(key -> key.isGoodAt(clock.instant()))
                .map(VerifiedKey::caller);
    }

    /** Asks on the thread of the first who wants to know: who waits for it wants to know the same. */
    private Optional<VerifiedKey> answer(String hash, String secret) {
        CompletableFuture<Optional<VerifiedKey>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<VerifiedKey>> others = answers.asMap().putIfAbsent(hash, mine);
        if (others == null) {
            try {
                mine.complete(ask(secret));
            } catch (RuntimeException | Error e) {
                mine.completeExceptionally(e);
            }
        }
        try {
            return (others == null ? mine : others).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof ServiceException refusal ? refusal : e;
        }
    }

    private Optional<VerifiedKey> ask(String secret) {
        try {
            HttpResponse<byte[]> answer = userdata.post(path, Map.of(field, secret));
            return switch (answer.statusCode()) {
                case 200 -> Optional.of(json.readValue(answer.body(), VerifiedKey.class));
                case 404 -> Optional.empty();
                default -> throw new IOException("answered " + answer.statusCode());
            };
        } catch (IOException e) {
            LOG.warnf("userdata-service, asked at %s: %s", path, e.toString());
            throw ServiceException.unavailable("Credentials cannot be verified at the moment.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ServiceException.unavailable("Shutting down.");
        }
    }
}
