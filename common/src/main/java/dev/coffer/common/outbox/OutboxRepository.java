package dev.coffer.common.outbox;

import dev.coffer.common.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.UUID;

/** The rows in which a transaction leaves what is to happen once it has committed. */
@ApplicationScoped
class OutboxRepository {
    private static final String NEXT = """
            insert into outbox (id, topic, record_key, payload) values (:id, :topic, :key, :payload)""";

    private static final String GIVE_UP = """
            insert into release (kind, id, tenant, owner)
            select :kind, unnest(cast(:ids as uuid[])), :tenant, :owner""";

    private final EntityManager database;

    OutboxRepository(EntityManager database) {
        this.database = database;
    }

    void add(UUID event, String topic, String key, String payload) {
        database.createNativeQuery(NEXT)
                .setParameter("id", event)
                .setParameter("topic", topic)
                .setParameter("key", key)
                .setParameter("payload", payload)
                .executeUpdate();
    }

    /** @param kind {@code reference} or {@code upload} */
    void giveUp(String kind, Collection<UUID> ids, Owner owner) {
        database.createNativeQuery(GIVE_UP)
                .setParameter("kind", kind)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .setParameter("tenant", owner.tenant())
                .setParameter("owner", owner.key())
                .executeUpdate();
    }
}
