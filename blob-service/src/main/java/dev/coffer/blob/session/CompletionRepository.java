package dev.coffer.blob.session;

import dev.coffer.blob.content.Digests;
import dev.coffer.common.blobclient.CompletedUpload;
import dev.coffer.common.database.NamedLocks;
import dev.coffer.common.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** The completed uploads of an entity, for readers that are faster than the events. */
@ApplicationScoped
class CompletionRepository {
    private static final String INSERT = """
            insert into completion (ref, tenant, owner, entity, right_id, completion, created_new, completed_at)
            values (:ref, :tenant, :owner, :entity, :session, :completion, :createdNew, :completedAt)""";

    private static final String ALIVE = """
            select c.tenant, c.owner, c.right_id, c.entity, c.completion, c.ref, b.size, b.hash, b.sha256,
                c.completed_at, c.created_new
            from completion c join reference r on r.ref = c.ref join blob b on b.id = r.blob_id
            """;
    private static final String OF_ENTITIES = ALIVE + """
            where c.tenant = :tenant and c.owner = :owner and c.entity = any(:entities)
            order by c.completion""";
    private static final String BY_REFS = ALIVE + """
            where c.ref = any(:refs)
            order by c.completion""";

    private final Session database;
    private final NamedLocks locks;

    CompletionRepository(Session database, NamedLocks locks) {
        this.database = database;
        this.locks = locks;
    }

    /** The number of the next content of an entity; other uploads of the entity wait for this transaction. */
    long nextNumber(String entity) {
        // Two links of one entity are two sessions; this keeps their numbers in the order of the commits.
        locks.hold(entity);
        return ((Number) database.createNativeQuery("select nextval('completion_number')").getSingleResult())
                .longValue();
    }

    void add(CompletedUpload upload) {
        database.createNativeQuery(INSERT)
                .setParameter("tenant", upload.tenant())
                .setParameter("owner", upload.owner())
                .setParameter("entity", upload.entity())
                .setParameter("session", upload.upload())
                .setParameter("completion", upload.completion())
                .setParameter("ref", upload.ref())
                .setParameter("createdNew", upload.createdNew())
                .setParameter("completedAt", upload.completedAt())
                .executeUpdate();
    }

    /** All of these entities, the oldest first; content that was released since is left out. */
    List<CompletedUpload> of(Owner owner, Collection<String> entities) {
        return database.createNativeQuery(OF_ENTITIES, Row.class)
                .setParameter("tenant", owner.tenant())
                .setParameter("owner", owner.key())
                .setParameter("entities", entities.toArray(String[]::new))
                .getResultStream()
                .map(Row::upload)
                .toList();
    }

    /** The uploads that have become these references. */
    List<CompletedUpload> byRefs(Collection<UUID> refs) {
        return database.createNativeQuery(BY_REFS, Row.class)
                .setParameter("refs", refs.toArray(UUID[]::new))
                .getResultStream()
                .map(Row::upload)
                .toList();
    }

    /** The columns in the order of the query. */
    record Row(
            String tenant, String owner, UUID session, String entity, long completion, UUID ref, long size, byte[] hash,
            byte[] sha256, Instant completedAt, boolean createdNew) {
        CompletedUpload upload() {
            return new CompletedUpload(
                    tenant, owner, session, entity, completion, ref, size, Digests.blake3Text(hash),
                    Digests.sha256Text(sha256), completedAt, createdNew);
        }
    }
}
