package dev.coffer.blob.content;

import dev.coffer.common.time.Ids;
import dev.coffer.common.tracing.CurrentTrace;
import dev.coffer.common.tracing.RequestTrace;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Blobs of tenants. A blob that is marked for deletion ({@code marked_at}) is not found. Nothing marks any so far. */
@ApplicationScoped
public class BlobRepository implements PanacheRepositoryBase<Blob, UUID> {
    /** The share lock prevents that the blob is marked for deletion before the new reference is committed. */
    private static final String LIVE = """
            select * from blob where tenant = :tenant and hash = :hash and marked_at is null for share""";

    private static final String INSERT = """
            insert into blob (id, tenant, hash, sha256, size, object_key, content)
            values (:id, :tenant, :hash, :sha256, :size, :key, :content)
            on conflict (tenant, hash) where marked_at is null do nothing""";

    private static final String INSERT_UNHASHED = """
            insert into blob (id, tenant, size, object_key, request_id, traceparent)
            values (:id, :tenant, :size, :key, :request, :trace)""";

    private static final String VISIBLE = """
            select * from blob b
            where tenant = :tenant and %s = :digest and marked_at is null
              and exists (select 1 from reference r where r.blob_id = b.id and r.owner = any(:owners))
            limit 1 for share""";

    /** Whether the tenant has this content, as far as can be known without a lock. */
    @Transactional
    public boolean known(String tenant, byte[] hash) {
        return count("tenant = ?1 and hash = ?2 and markedAt is null", tenant, hash) > 0;
    }

    /** The content, which cannot be marked for deletion until the end of the transaction. */
    public Optional<Blob> lock(String tenant, byte[] hash) {
        return first(getEntityManager()
                .createNativeQuery(LIVE, Blob.class)
                .setParameter("tenant", tenant)
                .setParameter("hash", hash)
                .getResultList());
    }

    /** The content with this digest that one of the owners has, locked like {@link #lock}. */
    public Optional<Blob> lockVisible(String tenant, String digest, List<String> owners) {
        String column = Digests.isBlake3(digest) ? "hash" : "sha256";
        return first(getEntityManager()
                .createNativeQuery(VISIBLE.formatted(column), Blob.class)
                .setParameter("tenant", tenant)
                .setParameter("digest", Digests.parse(digest))
                .setParameter("owners", owners.toArray(String[]::new))
                .getResultList());
    }

    /** Adds a content unless the tenant has it. Returns whether it was added. */
    public boolean add(String tenant, Digests digests, @Nullable String objectKey, byte @Nullable [] content) {
        return getEntityManager()
                .createNativeQuery(INSERT)
                .setParameter("id", Ids.next())
                .setParameter("tenant", tenant)
                .setParameter("hash", digests.blake3())
                .setParameter("sha256", digests.sha256())
                .setParameter("size", digests.size())
                .setParameter("key", objectKey)
                .setParameter("content", content)
                .executeUpdate()
                == 1;
    }

    /** Adds a content without a hash yet. Always returns true: it counts as new until its hash is known. */
    public boolean addUnhashed(String tenant, UUID id, long size, String objectKey) {
        return getEntityManager()
                .createNativeQuery(INSERT_UNHASHED)
                .setParameter("request", CurrentTrace.get().map(RequestTrace::requestId).orElse(null))
                .setParameter("trace", CurrentTrace.get().map(RequestTrace::traceparent).orElse(null))
                .setParameter("id", id)
                .setParameter("tenant", tenant)
                .setParameter("size", size)
                .setParameter("key", objectKey)
                .executeUpdate()
                == 1;
    }

    @SuppressWarnings("unchecked")
    private static Optional<Blob> first(List<?> rows) {
        return ((List<Blob>) rows).stream().findFirst();
    }
}
