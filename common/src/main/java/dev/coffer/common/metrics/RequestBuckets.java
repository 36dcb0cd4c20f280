package dev.coffer.common.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;

/**
 * Counts how many requests were answered within which time, so that quantiles over all replicas can be computed. Those
 * with a method of the client's own invention are not measured: each would be a metric for as long as the process lives.
 */
final class RequestBuckets implements MeterFilter {
    private static final String OF_SERVER = "http.server";
    private static final String REQUESTS = OF_SERVER + ".requests";
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");
    private static final double[] BOUNDS = nanos(
            Duration.ofMillis(50), Duration.ofMillis(250), Duration.ofSeconds(1), Duration.ofSeconds(5),
            Duration.ofSeconds(30));

    private static double[] nanos(Duration... bounds) {
        return Arrays.stream(bounds).mapToDouble(Duration::toNanos).toArray();
    }

    @Override
    public MeterFilterReply accept(Meter.Id id) {
        String method = id.getTag("method");
        return id.getName().startsWith(OF_SERVER) && method != null && !METHODS.contains(method)
                ? MeterFilterReply.DENY
                : MeterFilterReply.NEUTRAL;
    }

    @Override
    public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
        return id.getName().equals(REQUESTS)
                ? DistributionStatisticConfig.builder().serviceLevelObjectives(BOUNDS).build().merge(config)
                : config;
    }

    /** Hands it to the framework, which asks for all filters of metrics. */
    @Singleton
    static final class Producer {
        @Produces
        @Singleton
        MeterFilter requestBuckets() {
            return new RequestBuckets();
        }
    }
}
