package dev.coffer.userdata.list;

import dev.coffer.common.caller.Owner;
import dev.coffer.userdata.address.UserFolder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;

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

    private final EntityManager database;

    UserFileListRepository(EntityManager database) {
        this.database = database;
    }

    /** What is in a folder, by path; with what is in the folders below, or without. */
    List<ListedFile> list(Owner owner, UserFolder folder, boolean recurse) {
        Query query = database.createNativeQuery(sql(folder, recurse), Object[].class)
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
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> listed((Object[]) row)).toList();
    }

    static String sql(UserFolder folder, boolean recurse) {
        return LIST + (folder.isRoot() ? "" : BELOW) + (recurse ? "" : DIRECTLY) + IN_ORDER;
    }

    private static ListedFile listed(Object[] row) {
        return new ListedFile(
                (String) row[0],
                ((Number) row[1]).longValue(),
                ((Number) row[2]).longValue(),
                ((Number) row[3]).longValue());
    }
}
