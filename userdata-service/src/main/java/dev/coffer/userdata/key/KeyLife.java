package dev.coffer.userdata.key;

import dev.coffer.common.error.ServiceException;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The validity of API keys: as requested, within the limit of the operator. */
@ApplicationScoped
class KeyLife {
    private final ApiKeyConfig config;
    private final Clock clock;

    KeyLife(ApiKeyConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** @throws IllegalStateException that names the setting and says what is allowed */
    void onStart(@Observes StartupEvent event) {
        if (config.maxLife().isPresent() && !config.maxLife().get().isPositive()) {
            throw new IllegalStateException("coffer.keys.max-life must be longer than 0, such as 90d.");
        }
    }

    /**
     * The end of a new key.
     *
     * @param asked the end that is asked for; absent: no end
     * @return the end of the key, if it has one
     * @throws ServiceException 400 if it has passed, or comes later than the operator allows
     */
    @Nullable
    Instant checked(String field, @Nullable Instant asked) {
        Instant now = clock.instant();
        Instant last = config.maxLife().map(now::plus).orElse(null);
        if (asked == null) {
            return last;
        }
        if (!asked.isAfter(now)) {
            throw ServiceException.invalidBody(field, "must be in the future");
        }
        if (last != null && asked.isAfter(last)) {
            throw ServiceException.invalidBody(field, "must be at most " + config.maxLife().get().toSeconds()
                    + " seconds from now, the longest life of an API key here");
        }
        return asked;
    }

    /** The same for a key with this lifetime. */
    @Nullable
    Instant after(String field, Duration life) {
        return checked(field, clock.instant().plus(life));
    }

    /** When a key expires, if it does. */
    @Nullable
    Instant end(ApiKey key) {
        Instant last = config.maxLife().map((Duration life) -> key.createdAt().plus(life)).orElse(null);
        Instant asked = key.expiresAt();
        return asked == null || last != null && last.isBefore(asked) ? last : asked;
    }

    boolean isOver(ApiKey key) {
        Instant end = end(key);
        return end != null && !clock.instant().isBefore(end);
    }
}
