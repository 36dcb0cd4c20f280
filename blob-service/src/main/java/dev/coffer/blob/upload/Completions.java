package dev.coffer.blob.upload;

import dev.coffer.blob.content.Digests;
import dev.coffer.common.blobclient.CompletedUpload;
import dev.coffer.common.database.NamedLocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The completed uploads of an entity, for readers that are faster than the events. */
@ApplicationScoped
class Completions {
    private static final String NOTE = """
            insert into completion (ref, tenant, owner, entity, right_id, completion, created_new, completed_at)
            values (:ref, :tenant, :owner, :entity, :right, :completion, :createdNew, :completedAt)""";

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

    private final EntityManager database;
    private final NamedLocks locks;

    Completions(EntityManager database, NamedLocks locks) {
        this.database = database;
        this.locks = locks;
    }

    /** The number of the next content of an entity; other uploads of the entity wait for this transaction. */
    long nextNumber(String entity) {
        // Two links of one entity are two rights; this keeps their numbers in the order of the commits.
        locks.hold(entity);
        return ((Number) database.createNativeQuery("select nextval('completion_number')").getSingleResult()).longValue();
    }

    void note(CompletedUpload upload) {
        database.createNativeQuery(NOTE)
                .setParameter("tenant", upload.tenant())
                .setParameter("owner", upload.owner())
                .setParameter("entity", upload.entity())
                .setParameter("right", upload.upload())
                .setParameter("completion", upload.completion())
                .setParameter("ref", upload.ref())
                .setParameter("createdNew", upload.createdNew())
                .setParameter("completedAt", upload.completedAt())
                .executeUpdate();
    }

    /** All of these entities, the oldest first; content that was released since is left out. */
    @Transactional
    @SuppressWarnings("unchecked")
    List<CompletedUpload> of(String tenant, String owner, Collection<String> entities) {
        List<Object[]> rows = database.createNativeQuery(OF_ENTITIES)
                .setParameter("tenant", tenant)
                .setParameter("owner", owner)
                .setParameter("entities", entities.toArray(String[]::new))
                .getResultList();
        return rows.stream().map(Completions::read).toList();
    }

    /** The uploads that have become these references. */
    @SuppressWarnings("unchecked")
    List<CompletedUpload> byRefs(Collection<UUID> refs) {
        List<Object[]> rows = database.createNativeQuery(BY_REFS)
                .setParameter("refs", refs.toArray(UUID[]::new))
                .getResultList();
        return rows.stream().map(Completions::read).toList();
    }

    private static CompletedUpload read(Object[] row) {
        return new CompletedUpload(
                (String) row[0], (String) row[1], (UUID) row[2], (String) row[3], ((Number) row[4]).longValue(),
                (UUID) row[5], ((Number) row[6]).longValue(), Digests.blake3Text((byte[]) row[7]),
                Digests.sha256Text((byte[]) row[8]), (Instant) row[9], (Boolean) row[10]);
    }
}
