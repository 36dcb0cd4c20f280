package dev.coffer.common.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets a tenant, and each of its keys, people and links, send at most so many requests. */
@ApplicationScoped
public class RateLimits {
    /** No tenant begins with a line feed. */
    private static final String LINKS = "\n";
    private static final int MAX_BUCKETS = 100_000;

    private final @Nullable LoadingCache<String, Bucket> tenants;
    private final @Nullable LoadingCache<String, Bucket> keys;

    RateLimits(RateLimitConfig config) {
        this.tenants = buckets(config.perTenant(), config.burst());
        this.keys = buckets(config.perKey(), config.burst());
    }

    /**
     * Counts a request.
     *
     * @param key tells apart the keys and people of the tenant
     * @throws ServiceException {@code TOO_MANY_REQUESTS}, 429 with {@code Retry-After}
     */
    public void admit(String tenant, String key) {
        take(keys, tenant + "\n" + key);
        take(tenants, tenant);
    }

    /**
     * Counts a request that comes by a signed link. All links of a tenant have as much as the tenant itself, but apart
     * from it: otherwise the holder of two links of a tenant could use up what its people need.
     *
     * @throws ServiceException {@code TOO_MANY_REQUESTS}, 429 with {@code Retry-After}
     */
    public void admitLink(String tenant, String link) {
        admit(LINKS + tenant, link);
    }

    private static void take(@Nullable LoadingCache<String, Bucket> buckets, String name) {
        if (buckets == null) {
            return;
        }
        ConsumptionProbe taken = buckets.get(name).tryConsumeAndReturnRemaining(1);
        if (!taken.isConsumed()) {
            long seconds = Duration.ofNanos(taken.getNanosToWaitForRefill()).toSeconds() + 1;
            throw new ServiceException(ErrorCode.TOO_MANY_REQUESTS,
                    "Too many requests: try again in " + seconds + " s.", Map.of("retry_after", seconds));
        }
    }

    private static @Nullable LoadingCache<String, Bucket> buckets(long perSecond, Duration burst) {
        if (perSecond <= 0) {
            return null;
        }
        long capacity = Math.max(1, perSecond * Math.max(1, burst.toSeconds()));
        // A bucket that was not used for that long is full again.
        return Caffeine.newBuilder()
                .maximumSize(MAX_BUCKETS)
                .expireAfterAccess(burst.plusSeconds(1))
                .build(name -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(capacity).refillGreedy(perSecond, Duration.ofSeconds(1)))
                        .build());
    }
}
