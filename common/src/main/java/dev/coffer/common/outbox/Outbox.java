package dev.coffer.common.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.time.Ids;
import dev.coffer.common.tracing.CurrentTrace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Records what must happen if, and only if, the current transaction commits: events for Kafka and references for
 * blob-service to release. Write here last in the transaction, when the row locks of the entity are held: that
 * keeps the events of one key in the order of their commits.
 */
@ApplicationScoped
public class Outbox {
    private final OutboxRepository rows;
    private final TransactionSynchronizationRegistry transaction;
    private final ObjectMapper json;
    private final Clock clock;
    private final EventRelay events;
    private final ReleaseRelay releases;
    private final EventSourceConfig origin;

    Outbox(
            OutboxRepository rows,
            TransactionSynchronizationRegistry transaction,
            ObjectMapper json,
            Clock clock,
            EventRelay events,
            ReleaseRelay releases,
            EventSourceConfig origin) {
        this.rows = rows;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
        this.events = events;
        this.releases = releases;
        this.origin = origin;
    }

    /**
     * An event of this transaction, CloudEvents 1.0 in structured mode.
     *
     * @param type such as {@code dev.coffer.asset.uploaded}
     * @param key record key and subject: the id of the entity
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void publish(String topic, String type, String key, Object data) {
        UUID id = Ids.next();
        rows.add(id, topic, key, envelope(id, type, key, data));
        afterCommit(events::wake);
    }

    /** The reference is no longer needed: blob-service may forget it once this transaction has committed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void release(UUID ref, Owner owner) {
        release("reference", List.of(ref), owner);
    }

    /** These rights to upload are withdrawn once this transaction has committed: their URLs are refused. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void closeUploads(Collection<UUID> uploads, Owner owner) {
        if (!uploads.isEmpty()) {
            release("upload", uploads, owner);
        }
    }

    private void release(String kind, Collection<UUID> ids, Owner owner) {
        rows.release(kind, ids, owner);
        afterCommit(releases::wake);
    }

    private String envelope(UUID id, String type, String key, Object data) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", id);
        event.put("source", origin.source());
        event.put("type", type);
        event.put("subject", key);
        event.put("time", clock.instant());
        event.put("datacontenttype", "application/json");
        CurrentTrace.get().ifPresent(trace -> event.put(CurrentTrace.TRACEPARENT, trace.traceparent()));
        event.put("data", data);
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void afterCommit(Runnable action) {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // nothing to prepare: the row is part of the transaction
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    action.run();
                }
            }
        });
    }
}
