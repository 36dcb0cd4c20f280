package dev.coffer.userdata.list;

import dev.coffer.common.identity.Owner;
import dev.coffer.common.json.JsonMemory;
import dev.coffer.userdata.address.UserFolder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.jpa.HibernateHints;

/** Lists of user files: one range of the index on the path, read in its order, without entities. */
@ApplicationScoped
class UserFileListRepository {
    private static final String LIST = """
            select path, size,
                   cast(extract(epoch from modified_at) * 1000000 as bigint),
                   cast(extract(epoch from created_at) * 1000000 as bigint)
            from user_file
            where tenant = :tenant and owner = :owner""";
    private static final String BELOW = " and path > :first and path < :last";
    private static final String DIRECTLY = " and position('/' in substr(path, :start)) = 0";
    private static final String IN_ORDER = " order by path";

    private static final int FETCHED_AT_ONCE = 1000;
    /** Heap for a row and its view, without the path in both. */
    private static final long BYTES_PER_FILE = 200;

    private final EntityManager database;
    private final JsonMemory memory;

    UserFileListRepository(EntityManager database, JsonMemory memory) {
        this.database = database;
        this.memory = memory;
    }

    /**
     * What is in a folder, by path; with what is in the folders below, or without.
     *
     * @throws dev.coffer.common.error.ServiceException 413, 429 or 503 if there is no memory for so many
     */
    List<ListedFile> list(Owner owner, UserFolder folder, boolean recurse) {
        Query query = database.createNativeQuery(sql(folder, recurse), ListedFile.class)
                .setHint(HibernateHints.HINT_FETCH_SIZE, FETCHED_AT_ONCE)
                .setParameter("tenant", owner.tenant())
                .setParameter("owner", owner.key());
        if (!folder.isRoot()) {
            // "0" follows "/" in the collation of the column.
            query.setParameter("first", folder.value() + "/").setParameter("last", folder.value() + "0");
        }
        if (!recurse) {
            String prefix = folder.prefix();
            query.setParameter("start", prefix.codePointCount(0, prefix.length()) + 1);
        }
        try (Stream<?> rows = query.getResultStream()) {
            return rows.map(ListedFile.class::cast).map(this::counted).toList();
        }
    }

    static String sql(UserFolder folder, boolean recurse) {
        return LIST + (folder.isRoot() ? "" : BELOW) + (recurse ? "" : DIRECTLY) + IN_ORDER;
    }

    private ListedFile counted(ListedFile file) {
        memory.answer(BYTES_PER_FILE + 2L * file.path().length());
        return file;
    }
}
