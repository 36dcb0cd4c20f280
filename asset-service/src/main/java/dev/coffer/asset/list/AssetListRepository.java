package dev.coffer.asset.list;

import dev.coffer.asset.Asset;
import dev.coffer.asset.AssetConfig;
import dev.coffer.asset.filter.AssetScan;
import dev.coffer.common.database.SqlText;
import dev.coffer.common.json.JsonMemory;
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
    /** What an answer has of an asset, but for what is short in every one. */
    private static final String BYTES = "octet_length(cast(a.user_metadata as text)) + octet_length(cast(a.metadata as text))"
            + " + octet_length(cast(to_json(a.tags) as text)) + 3 * octet_length(cast(to_json(a.name) as text))";

    private final EntityManager database;
    private final JsonMemory memory;
    private final long most;

    AssetListRepository(EntityManager database, JsonMemory memory, AssetConfig config) {
        this.database = database;
        this.memory = memory;
        this.most = config.maxPage().asLongValue();
    }

    /**
     * Rows of a page.
     *
     * @param more whether others follow
     * @param full whether they follow because the page has as many bytes as it may have
     */
    record Rows(List<Asset> assets, boolean more, boolean full) {}

    /** The rows of the page: as many as asked for, but no more once they have the bytes of a page. */
    Rows page(List<AssetScan> scans, AssetQuery.Page page, Instant now) {
        if (scans.isEmpty()) {
            return new Rows(List.of(), false, false);
        }
        SqlText sql = pageSql(scans, page, now, most);
        NativeQuery<Object[]> select = database.unwrap(Session.class)
                .createNativeQuery(sql.text(), Object[].class)
                .addEntity("a", Asset.class)
                .addScalar("found", Long.class);
        List<Object[]> rows = sql.bindTo(select).getResultList();
        long found = rows.isEmpty() ? 0 : (Long) rows.getFirst()[1];
        List<Asset> assets = rows.stream().limit(page.limit()).map(row -> (Asset) row[0]).toList();
        memory.answer(2 * assets.stream().mapToLong(AssetListRepository::length).sum());
        return new Rows(assets, found > assets.size(), assets.size() < Math.min(found, page.limit()));
    }

    private static long length(Asset asset) {
        return asset.userMetadata.length() + asset.metadata.length() + asset.name.length()
                + asset.tags.stream().mapToLong(String::length).sum();
    }

    /** @param most bytes of an answer: the row that has the last of them is the last one */
    static SqlText pageSql(List<AssetScan> scans, AssetQuery.Page page, Instant now, long most) {
        String inOrder = " order by page.sort_key" + page.direction() + ", page.id" + page.direction();
        SqlText sql = new SqlText().add("select {a.*}, a.found from (select a.*, page.sort_key, count(*) over () as found,"
                + " sum(" + BYTES + ") over (")
                .add(inOrder + " rows between unbounded preceding and 1 preceding) as bytes from (select page.* from (");
        // An asset with several tags is found along each of them; those of several owners are never the same.
        String plus = scans.stream().map(AssetScan::count).distinct().count() < scans.size() ? ") union (" : ") union all (";
        String union = "(";
        for (AssetScan scan : scans) {
            sql.add(union);
            addScan(sql, scan, page, now);
            union = plus;
        }
        return sql.add(")) page" + inOrder + " limit ? offset ?", page.limit() + 1L, page.skipped())
                .add(") page join asset a on a.tenant = page.tenant and a.owner = page.owner and a.id = page.id) a")
                .add(" where coalesce(a.bytes, 0) < ?", most)
                .add(" order by a.sort_key" + page.direction() + ", a.id" + page.direction());
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
