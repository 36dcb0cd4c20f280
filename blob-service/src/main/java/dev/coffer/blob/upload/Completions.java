package dev.coffer.blob.upload;

import dev.coffer.blob.content.Digests;
import dev.coffer.common.blob.CompletedUpload;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The newest completed upload of every entity, for readers that are faster than the event. */
@ApplicationScoped
class Completions {
    private static final String NOTE = """
            insert into latest_completion
                (tenant, owner, entity, right_id, completion, ref, created_new, completed_at)
            values (:tenant, :owner, :entity, :right, :completion, :ref, :createdNew, :completedAt)
            on conflict (tenant, owner, entity) do update
            set right_id = excluded.right_id, completion = excluded.completion, ref = excluded.ref,
                created_new = excluded.created_new, completed_at = excluded.completed_at
            where latest_completion.completion < excluded.completion""";

    private static final String LATEST = """
            select c.right_id, c.entity, c.completion, c.ref, b.size, b.hash, b.sha256, c.completed_at, c.created_new
            from latest_completion c join reference r on r.ref = c.ref join blob b on b.id = r.blob_id
            where c.tenant = :tenant and c.owner = :owner and c.entity = any(:entities)""";

    private final EntityManager database;

    Completions(EntityManager database) {
        this.database = database;
    }

    long nextNumber() {
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

    /** Those of the entities that have one; content that was released since is left out. */
    @Transactional
    @SuppressWarnings("unchecked")
    List<CompletedUpload> latest(String tenant, String owner, Collection<String> entities) {
        List<Object[]> rows = database.createNativeQuery(LATEST)
                .setParameter("tenant", tenant)
                .setParameter("owner", owner)
                .setParameter("entities", entities.toArray(String[]::new))
                .getResultList();
        return rows.stream().map(row -> of(tenant, owner, row)).toList();
    }

    private static CompletedUpload of(String tenant, String owner, Object[] row) {
        return new CompletedUpload(
                tenant, owner, (UUID) row[0], (String) row[1], ((Number) row[2]).longValue(), (UUID) row[3],
                ((Number) row[4]).longValue(), Digests.blake3Text((byte[]) row[5]), Digests.sha256Text((byte[]) row[6]),
                (Instant) row[7], (Boolean) row[8]);
    }
}
