package dev.coffer.common.outbox;

import dev.coffer.common.identity.Owner;
import dev.coffer.common.tracing.CurrentTrace;
import dev.coffer.common.tracing.RequestTrace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.UUID;

/** The rows in which a transaction leaves what is to happen once it has committed. */
@ApplicationScoped
class OutboxRepository {
    private static final String ADD = """
            insert into outbox (id, topic, record_key, payload) values (:id, :topic, :key, :payload)""";

    private static final String RELEASE =
            """
            insert into release (kind, id, tenant, owner, request_id, traceparent)
            select :kind, unnest(cast(:ids as uuid[])), :tenant, :owner,
                cast(:request as text), cast(:trace as text)""";

    private final EntityManager database;

    OutboxRepository(EntityManager database) {
        this.database = database;
    }

    void add(UUID event, String topic, String key, String payload) {
        database.createNativeQuery(ADD)
                .setParameter("id", event)
                .setParameter("topic", topic)
                .setParameter("key", key)
                .setParameter("payload", payload)
                .executeUpdate();
    }

    /** @param kind {@code reference} or {@code upload} */
    void release(String kind, Collection<UUID> ids, Owner owner) {
        database.createNativeQuery(RELEASE)
                .setParameter("kind", kind)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .setParameter("tenant", owner.tenant())
                .setParameter("owner", owner.key())
                .setParameter("request", CurrentTrace.get().map(RequestTrace::requestId).orElse(null))
                .setParameter("trace", CurrentTrace.get().map(RequestTrace::traceparent).orElse(null))
                .executeUpdate();
    }
}
