package dev.coffer.asset.tag;

import dev.coffer.asset.filter.AssetFilter;
import dev.coffer.asset.scan.AssetCount;
import dev.coffer.asset.scan.AssetCountRepository;
import dev.coffer.asset.scan.AssetScan;
import dev.coffer.asset.tag.ListTagsResponse.TagCount;
import dev.coffer.common.database.SqlText;
import dev.coffer.common.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;

/** Tags and their numbers: from the counters, or counted where there are filters. */
@ApplicationScoped
class TagRepository {
    private final EntityManager database;

    TagRepository(EntityManager database) {
        this.database = database;
    }

    /** The tags of the page, and one further tag if there are more. */
    List<TagCount> page(Owner owner, TagQuery query, Instant now) {
        SqlText sql = new SqlText().add("select tag, assets from (");
        addCounted(sql, owner, query, now);
        sql.add(") counted order by " + (query.mostUsedFirst() ? "assets desc, " : "") + "tag limit ? offset ?",
                query.limit() + 1L, query.offset());
        return read(sql);
    }

    /** How many tags match, on all pages. */
    long count(Owner owner, TagQuery query, Instant now) {
        SqlText sql = new SqlText().add("select count(*) from (");
        addCounted(sql, owner, query, now);
        sql.add(") counted");
        return sql.bindTo(database.unwrap(Session.class).createNativeQuery(sql.text(), Long.class)).getSingleResult();
    }

    /** The most frequent tags of the matching assets. */
    List<TagCount> histogram(List<AssetCount> counts, AssetFilter filter, int limit, Instant now) {
        SqlText sql = new SqlText();
        String union = "select tag, cast(sum(assets) as bigint) as assets from (";
        for (AssetCount count : counts) {
            AssetScan scan = AssetScan.toCount(count, filter);
            sql.add(union).add("select l.tag, count(*) as assets from asset_tag l where l.tenant = ? and l.owner = ?"
                    + " and l.id in (select " + (scan.alongLinks() ? "t.id" : "a.id"), count.owner().tenant(),
                    count.owner().key());
            scan.addTo(sql, true, now);
            sql.add(") group by l.tag");
            union = " union all ";
        }
        sql.add(") counted group by tag order by assets desc, tag limit ?", (long) limit);
        return read(sql);
    }

    /**
     * The counters, less expired assets. A tag that no asset has any more is shown only to the owner that has used it.
     */
    private static void addCounted(SqlText sql, Owner owner, TagQuery query, Instant now) {
        String[] owners =
                AssetFilter.owners(owner, query.includePublic()).stream().map(Owner::key).toArray(String[]::new);
        sql.add("select tag, cast(sum(assets) as bigint) as assets from ("
                + "select owner, tag, assets from asset_count where tenant = ? and owner = any (?) and tag <> ?"
                + " union all select a.owner, expired.tag collate \"C\", -1 from asset a, unnest(a.tags) expired (tag)"
                + " where a.tenant = ? and a.owner = any (?) and a.expires_at <= ?) numbers",
                owner.tenant(), owners, AssetCountRepository.ALL, owner.tenant(), owners, now);
        if (!query.prefix().isEmpty()) {
            sql.add(" where starts_with(tag, ?)", query.prefix());
        }
        sql.add(" group by tag having sum(assets) > 0");
        if (query.includeZero()) {
            sql.add(" or bool_or(owner = ?)", owner.key());
        }
    }

    private List<TagCount> read(SqlText sql) {
        return sql.bindTo(database.unwrap(Session.class).createNativeQuery(sql.text(), TagCount.class)).getResultList();
    }
}
