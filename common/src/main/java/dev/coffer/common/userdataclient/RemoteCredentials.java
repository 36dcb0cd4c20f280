package dev.coffer.common.userdataclient;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Caller;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.commons.codec.digest.DigestUtils;
import org.jboss.logging.Logger;

/**
 * Asks userdata-service whose one kind of secret is, and believes the answer for a short while, but never beyond the
 * time at which the secret expires.
 */
final class RemoteCredentials {
    private static final Logger LOG = Logger.getLogger(RemoteCredentials.class);
    private static final Duration LONGEST_CACHE = Duration.ofSeconds(30);

    private final UserdataClient userdata;
    private final String path;
    private final String field;
    private final ObjectMapper json;
    private final Clock clock;
    private final Cache<String, Optional<VerifiedKey>> answers;

    /**
     * @param path of the internal operation that knows
     * @param field in which it takes the secret
     * @param authorization of this service, for each question
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
                .build();
    }

    /** The caller that the secret speaks for. @throws ServiceException 503 if nobody can say */
    Optional<Caller> verify(String secret) {
        // Secrets themselves are not kept in memory.
        return answers.get(DigestUtils.sha256Hex(secret), unknown -> ask(secret))
                .filter(key -> key.isGoodAt(clock.instant()))
                .map(VerifiedKey::caller);
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
