package dev.coffer.userdata.version;

import dev.coffer.common.identity.Owner;
import dev.coffer.common.json.JsonMemory;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.jpa.HibernateHints;
import org.jspecify.annotations.Nullable;

/** The history of user files, by their path. */
@ApplicationScoped
class FileVersionRepository implements PanacheRepositoryBase<FileVersion, UUID> {
    private static final String AT = "tenant = ?1 and owner = ?2 and path = ?3";
    private static final String LAST_FIRST = AT + " order by replacedAt desc, id desc";
    private static final String MOVE_FOLDER = """
            update user_file_version set path = :target || substr(path, :start)
            where tenant = :tenant and owner = :owner and path > :first and path < :last""";
    private static final String REVIVE_FOLDER = """
            update user_file_version v set expires_at = null
            where v.tenant = :tenant and v.owner = :owner and v.path > :first and v.path < :last
              and v.expires_at is not null
              and exists (select 1 from user_file f
                          where f.tenant = v.tenant and f.owner = v.owner and f.path = v.path)""";
    private static final String DELETED = """
            select distinct on (path) * from user_file_version
            where tenant = :tenant and owner = :owner and expires_at is not null
              and path > :after and path >= :first and starts_with(path, :first)
            order by path, replaced_at desc, id desc limit :limit""";
    /** Below a folder. */
    private static final String BEYOND = """
            select v.* from user_file_version v join (
                select id, row_number() over (partition by path order by replaced_at desc, id desc) as place
                from user_file_version
                where tenant = :tenant and owner = :owner and path > :first and path < :last) p on p.id = v.id
            where p.place > :keep""";
    private static final String EXPIRED = """
            select * from user_file_version where expires_at <= :now order by expires_at limit :limit
            for update skip locked""";
    private static final int FETCHED_AT_ONCE = 100;
    /** Heap for a row and its view, without the path in both. */
    private static final long BYTES_PER_VERSION = 500;

    private final JsonMemory memory;

    FileVersionRepository(JsonMemory memory) {
        this.memory = memory;
    }

    /** The latest first. */
    List<FileVersion> at(Owner owner, String path) {
        return list(LAST_FIRST, owner.tenant(), owner.key(), path);
    }

    Optional<FileVersion> find(Owner owner, String path, UUID id) {
        return find(AT + " and id = ?4", owner.tenant(), owner.key(), path, id).firstResultOptional();
    }

    Optional<FileVersion> lock(Owner owner, String path, UUID id) {
        return find(AT + " and id = ?4", owner.tenant(), owner.key(), path, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** All but the newest ones. */
    List<FileVersion> beyond(Owner owner, String path, int keep) {
        return at(owner, path).stream().skip(keep).toList();
    }

    /** All but the newest ones of each file below a folder. */
    List<FileVersion> beyondBelow(Owner owner, String folder, int keep) {
        return below(getEntityManager().createNativeQuery(BEYOND, FileVersion.class), owner, folder)
                .setParameter("keep", keep)
                .getResultList();
    }

    /** Sets until when they can be restored; if absent, as long as there is a file. */
    void expire(Owner owner, String path, @Nullable Instant end) {
        update("expiresAt = ?4 where " + AT, owner.tenant(), owner.key(), path, end);
    }

    void move(Owner owner, String source, String target) {
        update("path = ?4 where " + AT, owner.tenant(), owner.key(), source, target);
    }

    /** Moves the history of all files below a folder, including deleted files. */
    void moveFolder(Owner owner, String source, String target) {
        below(MOVE_FOLDER, owner, source)
                .setParameter("target", target)
                .setParameter("start", source.codePointCount(0, source.length()) + 1)
                .executeUpdate();
        below(REVIVE_FOLDER, owner, target).executeUpdate();
    }

    /**
     * The last content of each deleted file below a folder, sorted by path, starting behind the given one.
     *
     * @throws dev.coffer.common.error.ServiceException 413, 429 or 503 if there is no memory for so many
     */
    List<FileVersion> deleted(Owner owner, String prefix, String after, int limit) {
        Stream<FileVersion> rows = getEntityManager()
                .createNativeQuery(DELETED, FileVersion.class)
                .setParameter("tenant", owner.tenant())
                .setParameter("owner", owner.key())
                .setParameter("first", prefix)
                .setParameter("after", after)
                .setParameter("limit", limit)
                .setHint(HibernateHints.HINT_FETCH_SIZE, FETCHED_AT_ONCE)
                .getResultStream();
        try (rows) {
            return rows.peek(version -> memory.answer(BYTES_PER_VERSION + 2L * version.path().length())).toList();
        }
    }

    /** Some expired versions, locked so that no other replica gets them. */
    List<FileVersion> lockExpired(Instant now, int limit) {
        return getEntityManager()
                .createNativeQuery(EXPIRED, FileVersion.class)
                .setParameter("now", now)
                .setParameter("limit", limit)
                .getResultList();
    }

    /** Detaches all that was read in this transaction; changes must have been flushed. */
    void detachAll() {
        getEntityManager().clear();
    }

    private Query below(String sql, Owner owner, String folder) {
        return below(getEntityManager().createNativeQuery(sql), owner, folder);
    }

    private static Query below(Query query, Owner owner, String folder) {
        // "0" follows "/" in the collation of the column.
        return query.setParameter("tenant", owner.tenant())
                .setParameter("owner", owner.key())
                .setParameter("first", folder + "/")
                .setParameter("last", folder + "0");
    }
}
