package dev.coffer.common.outbox;

import dev.coffer.common.outbox.EventProducer.PendingEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Sends the events of the outbox to Kafka, in order, and deletes each only after the broker has it. */
@Singleton
class EventRelay extends Relay {
    private static final long LOCK = 0x434f464645520001L;
    private static final String OLDEST =
            "select seq, topic, record_key, payload from outbox where seq > ? order by seq limit ?";
    private static final String DONE = "delete from outbox where seq = any(?)";

    private final EventProducer producer;

    EventRelay(DataSource database, OutboxConfig config, EventProducer producer) {
        super("event-relay", LOCK, database, config);
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
        List<PendingEvent> pending = oldest(connection, OLDEST, 0, EventRelay::read);
        if (pending.isEmpty()) {
            return false;
        }
        producer.ensureTopics(pending.stream().map(PendingEvent::topic).collect(Collectors.toUnmodifiableSet()));
        List<Long> acked = producer.send(pending);
        delete(connection, DONE, acked);
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

    private static PendingEvent read(ResultSet row) throws SQLException {
        return new PendingEvent(row.getLong(1), row.getString(2), row.getString(3), row.getString(4));
    }
}
