package dev.coffer.common.outbox;

import dev.coffer.common.audit.AuditTrail;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
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
    private final CloudEvents envelopes;
    private final EventRelay events;
    private final ReleaseRelay releases;
    private final Topics topics;
    private final AuditTrail audit;

    Outbox(
            OutboxRepository rows,
            TransactionSynchronizationRegistry transaction,
            CloudEvents envelopes,
            EventRelay events,
            ReleaseRelay releases,
            Topics topics,
            AuditTrail audit) {
        this.rows = rows;
        this.transaction = transaction;
        this.envelopes = envelopes;
        this.events = events;
        this.releases = releases;
        this.topics = topics;
        this.audit = audit;
    }

    /**
     * An event of this transaction, CloudEvents 1.0 in structured mode.
     *
     * @param topic without the prefix that all have ({@link Topics})
     * @param type such as {@code dev.coffer.asset.uploaded}
     * @param key record key and subject: the id of the entity
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void publish(String topic, String type, String key, Object data) {
        UUID id = Ids.next();
        rows.add(id, topics.name(topic), key, envelopes.write(id, type, key, data));
        afterCommit(() -> {
            events.wake();
            audit.changed(type, key);
        });
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
