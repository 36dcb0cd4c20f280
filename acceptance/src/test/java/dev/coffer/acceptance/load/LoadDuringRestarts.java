package dev.coffer.acceptance.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.stack.Environment;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Load on services that somebody restarts meanwhile: no request may fail, and no upload be lost. It is not one of the
 * suite, which has no edge that sends requests again; {@code ./coffer test cluster} runs it by its name.
 */
class LoadDuringRestarts {
    private static final int ENOUGH_PER_MINUTE = 3400;
    private static final int SHOWN = 20;

    /** Clients of an edge close connections before it does, or a request could cross with its end of one (30 s). */
    @BeforeAll
    static void idleConnectionsAreClosedEarly() {
        System.setProperty("jdk.httpclient.keepalive.timeout", "10");
    }

    @Test
    void nothingFailsAndNothingIsLost() {
        Duration duration = Duration.ofSeconds(Long.parseLong(Environment.get("COFFER_LOAD_SECONDS")));
        Load load = new Load();
        System.out.println("load: begins");
        load.run(duration);
        long requests = load.requests();
        load.failures().stream().limit(SHOWN).forEach(failure -> System.out.println("load: failed: " + failure));
        long lost = load.lost();
        System.out.printf("load: ends: %d requests, %d failed, %d uploads, %d lost%n",
                requests, load.failures().size(), load.uploads(), lost);
        assertThat(load.failures()).isEmpty();
        assertThat(lost).isZero();
        assertThat(requests).isGreaterThanOrEqualTo(duration.toSeconds() * ENOUGH_PER_MINUTE / 60);
    }
}
