package dev.coffer.files.comparison;

import dev.coffer.common.json.JsonMemory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.OptionalInt;

/** Comparisons with limits that tests reach. */
public final class GeoLimits {
    private GeoLimits() {}

    public static Comparisons comparisons(int candidates, Duration deadline, Duration timeout) {
        return new Comparisons(new GeoConfig() {
            @Override
            public OptionalInt threads() {
                return OptionalInt.of(1);
            }

            @Override
            public int perTenant() {
                return 1;
            }

            @Override
            public int requests() {
                return 2;
            }

            @Override
            public int waiting() {
                return 1;
            }

            @Override
            public int waitingPerTenant() {
                return 1;
            }

            @Override
            public Duration waitTimeout() {
                return timeout;
            }

            @Override
            public Duration deadline() {
                return deadline;
            }

            @Override
            public int candidates() {
                return candidates;
            }
        }, JsonMemory.uncounted(), new SimpleMeterRegistry());
    }
}
