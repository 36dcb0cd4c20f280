package dev.coffer.asset.list;

import dev.coffer.asset.Asset;
import dev.coffer.asset.filter.AssetScan;
import dev.coffer.common.database.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * Pages in native SQL. Each of several scans is ordered and as short as the page, and they are merged:
 * {@code owner in (…)} would sort everything first. Keys are paged, then their rows are read.
 */
@ApplicationScoped
class AssetListRepository {
    private final EntityManager database;

    AssetListRepository(EntityManager database) {
        this.database = database;
    }

    /** The rows of the page, and one more if there are more. */
    List<Asset> page(List<AssetScan> scans, AssetQuery.Page page, Instant now) {
        if (scans.isEmpty()) {
            return List.of();
        }
        SqlText sql = pageSql(scans, page, now);
        NativeQuery<Asset> rows = database.unwrap(Session.class)
                .createNativeQuery(sql.text(), Asset.class)
                .addEntity("a", Asset.class);
        return sql.bindTo(rows).getResultList();
    }

    static SqlText pageSql(List<AssetScan> scans, AssetQuery.Page page, Instant now) {
        String inOrder = " order by page.sort_key" + page.direction() + ", page.id" + page.direction();
        SqlText sql = new SqlText().add("select {a.*} from (select page.* from (");
        // An asset with several tags is found along each of them; those of several owners are never the same.
        String plus = scans.stream().map(AssetScan::count).distinct().count() < scans.size() ? ") union (" : ") union all (";
        String union = "(";
        for (AssetScan scan : scans) {
            sql.add(union);
            addScan(sql, scan, page, now);
            union = plus;
        }
        return sql.add(")) page" + inOrder + " limit ? offset ?", page.limit() + 1L, page.skipped())
                .add(") page join asset a on a.tenant = page.tenant and a.owner = page.owner and a.id = page.id")
                .add(inOrder);
    }

    private static void addScan(SqlText sql, AssetScan scan, AssetQuery.Page page, Instant now) {
        String row = scan.alongLinks() && page.sort() == AssetSort.CREATED_AT ? "t." : "a.";
        String key = row + page.sort().column();
        sql.add("select " + row + "tenant, " + row + "owner, " + row + "id, " + key + " as sort_key");
        scan.addTo(sql, page.sort() == AssetSort.CREATED_AT, now);
        page.after().ifPresent(last -> sql.add(
                " and (" + key + ", " + row + "id) " + (page.descending() ? "<" : ">") + " (?, ?)",
                page.sort().parse(last.value()), last.id()));
        sql.add(" order by " + key + page.direction() + ", " + row + "id" + page.direction() + " limit ?", page.reach());
    }
}
