package dev.coffer.asset.list;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.asset.Asset;
import dev.coffer.asset.filter.SqlText;
import dev.coffer.common.caller.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * Pages and totals in native SQL. Every owner is an ordered scan of its own, and the scans are merged:
 * {@code owner in (…)} would sort everything first. Keys are paged, then their rows are read.
 */
@ApplicationScoped
class AssetListRepository {
    private final EntityManager database;
    private final ObjectMapper json;

    AssetListRepository(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The rows of the page, and one more if there are more. */
    List<Asset> page(List<Owner> owners, AssetQuery query) {
        AssetQuery.Page page = query.page();
        String inOrder = " order by page.sort_key" + page.direction() + ", page.id" + page.direction();
        SqlText sql = new SqlText().add("select {a.*} from (select page.* from (");
        String union = "(";
        for (Owner owner : owners) {
            sql.add(union);
            addScan(sql, owner, query);
            union = ") union all (";
        }
        sql.add(")) page" + inOrder + " limit ? offset ?", page.limit() + 1L, page.skipped())
                .add(") page join asset a on a.tenant = page.tenant and a.owner = page.owner and a.id = page.id")
                .add(inOrder);
        NativeQuery<Asset> rows = database.unwrap(Session.class)
                .createNativeQuery(sql.text(), Asset.class)
                .addEntity("a", Asset.class);
        return sql.bindTo(rows).getResultList();
    }

    /** How many rows fit the filters, whatever the page. */
    long count(List<Owner> owners, AssetQuery query) {
        SqlText sql = new SqlText();
        String plus = "select ";
        for (Owner owner : owners) {
            sql.add(plus).add("(select count(*)");
            addFrom(sql, owner, query);
            sql.add(")");
            plus = " + ";
        }
        return ((Number) sql.bindTo(database.createNativeQuery(sql.text())).getSingleResult()).longValue();
    }

    private void addScan(SqlText sql, Owner owner, AssetQuery query) {
        AssetQuery.Page page = query.page();
        String column = "a." + page.sort().column();
        sql.add("select a.tenant, a.owner, a.id, " + column + " as sort_key");
        addFrom(sql, owner, query);
        page.after().ifPresent(row -> sql.add(
                " and (" + column + ", a.id) " + (page.descending() ? "<" : ">") + " (?, ?)",
                page.sort().parse(row.value()), row.id()));
        sql.add(" order by " + column + page.direction() + ", a.id" + page.direction() + " limit ?", page.reach());
    }

    private void addFrom(SqlText sql, Owner owner, AssetQuery query) {
        sql.add(" from asset a where a.tenant = ? and a.owner = ?", owner.tenant(), owner.key());
        query.filter().addTo(sql, json);
    }
}
