package dev.coffer.common.outbox;

import dev.coffer.common.outbox.RelayRepository.PendingEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.List;
import java.util.stream.Collectors;

/** Sends the events of the outbox to Kafka, in order, and deletes each only after the broker has it. */
@Singleton
class EventRelay extends Relay {
    private static final long LOCK = 0x434f464645520001L;

    private final RelayRepository rows;
    private final OutboxConfig config;
    private final EventProducer producer;

    EventRelay(RelayRepository rows, OutboxConfig config, EventProducer producer, MeterRegistry registry) {
        super("event-relay", LOCK, rows, config, new RelayMetrics("events", registry));
        this.rows = rows;
        this.config = config;
        this.producer = producer;
    }

    void onStart(@Observes StartupEvent event) {
        start();
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        stop();
    }

    @Override
    boolean batch(Connection connection) throws Exception {
        List<PendingEvent> pending = rows.events(connection, config.batchSize());
        if (pending.isEmpty()) {
            return false;
        }
        producer.ensureTopics(pending.stream().map(PendingEvent::topic).collect(Collectors.toUnmodifiableSet()));
        List<Long> acked = producer.send(pending);
        rows.deleteEvents(connection, acked);
        metrics().sent(acked.size());
        if (acked.size() < pending.size()) {
            connection.commit();
            throw new IllegalStateException((pending.size() - acked.size()) + " events were not acknowledged");
        }
        return isFull(pending);
    }

    @Override
    void reset() {
        producer.close();
    }
}
