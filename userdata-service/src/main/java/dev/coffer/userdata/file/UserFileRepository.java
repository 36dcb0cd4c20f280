package dev.coffer.userdata.file;

import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import dev.coffer.userdata.address.UserPath;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** User files by their path. */
@ApplicationScoped
public class UserFileRepository implements PanacheRepositoryBase<UserFile, UUID> {
    private static final String AT = "tenant = ?1 and owner = ?2 and path = ?3";
    private static final String FILE_AMONG =
            "select 1 from UserFile where tenant = :tenant and owner = :owner and path in :paths";
    /** "0" follows "/" in the collation of the column. */
    private static final String BELOW = "tenant = ?1 and owner = ?2 and path > ?3 and path < ?4";
    private static final String FIRST_THERE = """
            select asked.path from unnest(cast(:paths as text[])) with ordinality as asked (path, place)
            where exists (select 1 from user_file f
                          where f.tenant = :tenant and f.owner = :owner and f.path = asked.path)
               or exists (select 1 from user_file f
                          where f.tenant = :tenant and f.owner = :owner
                            and f.path > asked.path || '/' and f.path < asked.path || '0')
            order by asked.place limit 1""";

    /** The file at this path. */
    public Optional<UserFile> at(Owner owner, UserPath path) {
        return find(AT, owner.tenant(), owner.key(), path.value()).firstResultOptional();
    }

    /** The file at this path, locked until the end of this transaction. */
    public Optional<UserFile> lock(Owner owner, UserPath path) {
        return find(AT, owner.tenant(), owner.key(), path.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** The files below this path, locked until the end of this transaction. */
    public List<UserFile> lockBelow(Owner owner, UserPath folder) {
        return find(BELOW + " order by path", below(owner, folder)).withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    /** @throws ServiceException 400 if there can be no file at this path: it is a folder, or below a file */
    public void checkPlace(Owner owner, UserPath path) {
        checkNoFolder(owner, path);
        checkAbove(owner, path);
    }

    /** @throws ServiceException 400 if there are files below this path */
    void checkNoFolder(Owner owner, UserPath path) {
        if (isFolder(owner, path)) {
            throw UserPath.invalid("The path names a folder, not a file.");
        }
    }

    /** @throws ServiceException 400 if one of the folders above this path is a file */
    public void checkAbove(Owner owner, UserPath path) {
        if (!path.folders().isEmpty() && isFileAmong(owner, path.folders())) {
            throw UserPath.invalid("A part of the path is a file, not a folder.");
        }
    }

    private boolean isFileAmong(Owner owner, List<String> paths) {
        // Said to be a list: Hibernate would find out by exceptions, in each request.
        return getEntityManager().unwrap(Session.class)
                .createSelectionQuery(FILE_AMONG, Integer.class)
                .setParameter("tenant", owner.tenant())
                .setParameter("owner", owner.key())
                .setParameterList("paths", paths)
                .setMaxResults(1)
                .uniqueResultOptional()
                .isPresent();
    }

    /** The first of these paths at which there is a file or a folder: one query, however many there are. */
    public Optional<UserPath> firstThere(Owner owner, List<UserPath> paths) {
        return getEntityManager()
                .createNativeQuery(FIRST_THERE, String.class)
                .setParameter("tenant", owner.tenant())
                .setParameter("owner", owner.key())
                .setParameter("paths", paths.stream().map(UserPath::value).toArray(String[]::new))
                .getResultStream()
                .findFirst()
                .map(path -> new UserPath((String) path));
    }

    /** How many files there are below this path. */
    public long countBelow(Owner owner, UserPath folder) {
        return count(BELOW, below(owner, folder));
    }

    /** Whether there are files below this path. */
    public boolean isFolder(Owner owner, UserPath path) {
        return find(BELOW, below(owner, path)).firstResultOptional().isPresent();
    }

    /** Detaches all files that were read in this transaction; changes to them must have been flushed. */
    public void detachAll() {
        getEntityManager().clear();
    }

    private static Object[] below(Owner owner, UserPath folder) {
        return new Object[] {owner.tenant(), owner.key(), folder.value() + "/", folder.value() + "0"};
    }
}
