package dev.coffer.asset.list;

import dev.coffer.asset.Asset;
import dev.coffer.asset.AssetConfig;
import dev.coffer.asset.scan.AssetScan;
import dev.coffer.common.database.SqlText;
import dev.coffer.common.json.JsonMemory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * Pages of assets, in native SQL. Each of the scans of a page is in order and no longer than the page, and they are
 * merged: {@code owner in (…)} would sort everything first. Keys are paged first, then their rows are read.
 */
@ApplicationScoped
class AssetListRepository {
    /** The parts of an asset in an answer that may be long. */
    private static final String BYTES =
            "octet_length(cast(a.user_metadata as text)) + octet_length(cast(a.metadata as text))"
                    + " + octet_length(cast(to_json(a.tags) as text))"
                    + " + 3 * octet_length(cast(to_json(a.name) as text))";

    private final EntityManager database;
    private final JsonMemory memory;
    private final long most;

    AssetListRepository(EntityManager database, JsonMemory memory, AssetConfig config) {
        this.database = database;
        this.memory = memory;
        this.most = config.maxPage().asLongValue();
    }

    /**
     * The assets of a page.
     *
     * @param more whether further ones follow
     * @param full whether the page ended early because it has as many bytes as it may have
     */
    record Rows(List<Asset> assets, boolean more, boolean full) {}

    /**
     * Has all statements of the transaction read one state of the database. To be called before the first of them.
     */
    void useOneSnapshot() {
        database.createNativeQuery("set transaction isolation level repeatable read read only").executeUpdate();
    }

    /**
     * Has the statements of the transaction planned for the values in them. Otherwise PostgreSQL plans a statement once
     * for all values after a few executions: for a part of a name that every asset has and for a rare one alike, which
     * is a hundred times slower.
     */
    void planByValue() {
        database.createNativeQuery("set local plan_cache_mode = force_custom_plan").executeUpdate();
    }

    private record Row(Asset asset, long found) {}

    /** The assets of the page: as many as asked for, but no further ones once they have the bytes of a page. */
    Rows page(List<AssetScan> scans, AssetQuery.Page page, Instant now) {
        if (scans.isEmpty()) {
            return new Rows(List.of(), false, false);
        }
        SqlText sql = pageSql(scans, page, now, most);
        NativeQuery<Row> select = database.unwrap(Session.class)
                .createNativeQuery(sql.text(), Object.class)
                .addEntity("a", Asset.class)
                .addScalar("found", Long.class)
                .setTupleTransformer((row, names) -> new Row((Asset) row[0], (Long) row[1]));
        List<Row> rows = sql.bindTo(select).getResultList();
        long found = rows.isEmpty() ? 0 : rows.getFirst().found();
        List<Asset> assets = rows.stream().limit(page.limit()).map(Row::asset).toList();
        memory.answer(2 * assets.stream().mapToLong(AssetListRepository::length).sum());
        return new Rows(assets, found > assets.size(), assets.size() < Math.min(found, page.limit()));
    }

    private static long length(Asset asset) {
        return asset.userMetadata.length() + asset.metadata.length() + asset.name.length()
                + asset.tags.stream().mapToLong(String::length).sum();
    }

    /** @param most bytes of a page: the row that reaches them is the last one */
    static SqlText pageSql(List<AssetScan> scans, AssetQuery.Page page, Instant now, long most) {
        String inOrder = " order by page.sort_key" + page.direction() + ", page.id" + page.direction();
        SqlText sql = new SqlText()
                .add("select {a.*}, a.found from (select a.*, page.sort_key, count(*) over () as found,"
                        + " sum(" + BYTES + ") over (")
                .add(inOrder
                        + " rows between unbounded preceding and 1 preceding) as bytes from (select page.* from (");
        // An asset with several of the tags is found by several scans; scans of different owners have none in common.
        String plus =
                scans.stream().map(AssetScan::count).distinct().count() < scans.size() ? ") union (" : ") union all (";
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
        sql.add(" order by " + key + page.direction() + ", " + row + "id" + page.direction() + " limit ?",
                page.reach());
    }
}
