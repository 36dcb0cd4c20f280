package dev.coffer.files.content;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Says which messages had no effect, and why: each is skipped, so that it holds up nothing behind it. */
@Startup
@ApplicationScoped
class IgnoredEvents {
    /** Counts them by {@code reason}. */
    static final String METRIC = "coffer.files.events.ignored";

    private static final Logger LOG = Logger.getLogger(IgnoredEvents.class);

    private final MeterRegistry metrics;

    IgnoredEvents(MeterRegistry metrics) {
        this.metrics = metrics;
        // A rise from nothing would not be seen as one.
        for (Reason reason : Reason.values()) {
            counter(reason);
        }
    }

    /** Why a message has no effect. */
    enum Reason {
        /** It is no event, or lacks something. */
        MALFORMED,
        /** Blob-service has no such content: it was released since, or the event is forged. */
        UNCONFIRMED,
        /** It has failed again and again, and not because something was out of reach. */
        FAILED
    }

    /** @param place of the message, for people who look for it */
    void note(String place, Reason reason, @Nullable Exception cause) {
        String text = "event ignored, %s: %s".formatted(reason, place);
        switch (reason) {
            case UNCONFIRMED -> LOG.info(text);
            case MALFORMED -> LOG.errorf("%s: %s", text, cause == null ? "" : cause.getMessage());
            case FAILED -> LOG.error(text, cause);
        }
        counter(reason).increment();
    }

    private Counter counter(Reason reason) {
        return metrics.counter(METRIC, "reason", reason.name().toLowerCase(Locale.ROOT));
    }
}
