package dev.coffer.common.bodies;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * How long bodies are still read when the process was told to stop: until just before connections are closed, so that
 * a client which is not done by then is answered, and knows that it has to begin again.
 */
@ApplicationScoped
@Startup
class ShutdownGrace {
    private static final Logger LOG = Logger.getLogger(ShutdownGrace.class);
    /** What an answer needs on its way through other services. */
    private static final Duration FOR_THE_ANSWER = Duration.ofSeconds(3);

    private final ShutdownConfig config;
    /** Of {@link System#nanoTime}; null while the process goes on. */
    private volatile @Nullable Long end;

    ShutdownGrace(ShutdownConfig config) {
        this.config = config;
    }

    void begin(@Observes ShutdownDelayInitiatedEvent event) {
        Duration forBodies = config.delay().plus(share(config.timeout()));
        end = System.nanoTime() + forBodies.toNanos();
        LOG.infof("told to stop: bodies that are under way are read for %d ms more", forBodies.toMillis());
    }

    /** The part of the time for requests in which bodies are read. */
    private static Duration share(Duration timeout) {
        Duration half = timeout.dividedBy(2);
        return half.compareTo(FOR_THE_ANSWER) < 0 ? half : timeout.minus(FOR_THE_ANSWER);
    }

    /** Whether no body is read any more. */
    boolean isOver() {
        Long over = end;
        return over != null && System.nanoTime() - over > 0;
    }
}
