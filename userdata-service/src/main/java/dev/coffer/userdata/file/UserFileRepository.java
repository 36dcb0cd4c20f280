package dev.coffer.userdata.file;

import dev.coffer.common.caller.Owner;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** User files by their path. */
@ApplicationScoped
class UserFileRepository implements PanacheRepositoryBase<UserFile, UUID> {
    private static final String AT = "tenant = ?1 and owner = ?2 and path = ?3";
    private static final String HOLD_PLACE = "select 1 from pg_advisory_xact_lock(hashtextextended(:place, 0))";

    Optional<UserFile> at(Owner owner, UserPath path) {
        return find(AT, owner.tenant(), owner.key(), path.value()).firstResultOptional();
    }

    /** The file, which nobody else can change until the end of this transaction. */
    Optional<UserFile> lock(Owner owner, UserPath path) {
        return find(AT, owner.tenant(), owner.key(), path.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /**
     * Lets nobody else create anything in the same place of the root until the end of this transaction: no row
     * could be locked that keeps {@code a} and {@code a/b} from being made at the same moment.
     */
    void holdPlace(Owner owner, UserPath path) {
        getEntityManager()
                .createNativeQuery(HOLD_PLACE)
                .setParameter("place", String.join("\n", owner.tenant(), owner.key(), path.root()))
                .getSingleResult();
    }

    /** Whether there are files below this path. */
    boolean isFolder(Owner owner, UserPath path) {
        // "0" follows "/" in the collation of the column.
        return exists("path > ?3 and path < ?4", owner, path.value() + "/", path.value() + "0");
    }

    /** Whether one of the folders above this path is a file. */
    boolean isBelowAFile(Owner owner, UserPath path) {
        return !path.folders().isEmpty() && exists("path in ?3", owner, path.folders());
    }

    private boolean exists(String condition, Owner owner, Object... values) {
        Object[] parameters = Stream.concat(Stream.of(owner.tenant(), owner.key()), Stream.of(values)).toArray();
        return find("tenant = ?1 and owner = ?2 and " + condition, parameters).firstResultOptional().isPresent();
    }
}
