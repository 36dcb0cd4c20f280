package dev.coffer.blob.hashing;

import dev.coffer.blob.content.Digests;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** The rows of {@code blob} that have no hash yet, and the references to them. */
@ApplicationScoped
class HashRepository {
    private static final String CLAIM = """
            update blob set hashing_until = now() + :lease * interval '1 second'
            where id = (
                select b.id from blob b
                where b.hash is null and b.marked_at is null and (b.hashing_until is null or b.hashing_until < now())
                  and exists (select 1 from reference r where r.blob_id = b.id)
                order by b.size, b.id limit 1 for update skip locked)
            returning id""";
    private static final String RENEW = """
            update blob set hashing_until = now() + :lease * interval '1 second' where id = any(:ids)""";
    private static final String NAME = """
            update blob b set hash = :hash, sha256 = :sha256, hashing_until = null
            where b.id = :id and b.hash is null and b.marked_at is null
              and not exists (select 1 from blob other
                              where other.tenant = b.tenant and other.hash = :hash and other.marked_at is null)""";

    /** By a partial index that has these contents only. */
    private static final String WAITING = """
            select count(*) from (
                select 1 from blob where hash is null and marked_at is null limit 10000) some""";

    private final Session database;

    HashRepository(Session database) {
        this.database = database;
    }

    /** A content that has no hash yet and is not leased, small ones first. */
    Optional<UUID> claim(Duration lease) {
        return database.createNativeQuery(CLAIM, UUID.class)
                .setParameter("lease", lease.toSeconds())
                .uniqueResultOptional();
    }

    /** How many contents have no hash yet; 10,000 at most. */
    long waiting() {
        return database.createNativeQuery(WAITING, Long.class).getSingleResult();
    }

    void renew(Collection<UUID> ids, Duration lease) {
        database.createNativeMutationQuery(RENEW)
                .setParameter("lease", lease.toSeconds())
                .setParameter("ids", ids.toArray(UUID[]::new))
                .executeUpdate();
    }

    /** Gives content its hash, unless it has one or its tenant has the content already. Returns whether it did. */
    boolean name(UUID id, Digests digests) {
        return database.createNativeMutationQuery(NAME)
                .setParameter("hash", digests.blake3())
                .setParameter("sha256", digests.sha256())
                .setParameter("id", id)
                .executeUpdate()
                == 1;
    }

    /** The references to a content, locked until the end of the transaction. */
    List<UUID> lockedReferences(UUID id) {
        return database.createNativeQuery("select ref from reference where blob_id = :id for update", UUID.class)
                .setParameter("id", id)
                .getResultList();
    }

    void moveReferences(UUID from, UUID to) {
        database.createNativeMutationQuery("update reference set blob_id = :to where blob_id = :from")
                .setParameter("to", to)
                .setParameter("from", from)
                .executeUpdate();
    }

    /** Writes what is still to be written; what is read from now on is read anew. */
    void flushAndClear() {
        database.flush();
        database.clear();
    }
}
