package dev.coffer.asset.filter;

import dev.coffer.asset.label.AssetCount;
import dev.coffer.common.database.SqlText;
import java.time.Instant;
import java.util.Set;

/**
 * One way to the assets of one owner that fit: along the assets themselves, or along the links of a tag that all of
 * them have.
 *
 * @param tag whose links are followed; null for the assets themselves
 * @param filter what is left to check on the way
 */
public record AssetScan(AssetCount count, String tag, AssetFilter filter) {

    /** Along the assets themselves. */
    public static AssetScan ofAll(AssetCount count, AssetFilter filter) {
        return new AssetScan(count, null, filter);
    }

    /** Along the links of a tag. */
    public static AssetScan ofTag(AssetCount count, String tag, AssetFilter filter) {
        return new AssetScan(count, tag, filter.given(tag));
    }

    /** The way to all of them, in no order: along a tag if there is one that all of them have. */
    public static AssetScan toCount(AssetCount count, AssetFilter filter) {
        Set<String> guide = filter.tags().guide(count);
        return guide.size() == 1 ? ofTag(count, guide.iterator().next(), filter) : ofAll(count, filter);
    }

    /** Whether it follows links, the rows {@code t} of {@code asset_tag}. */
    public boolean alongLinks() {
        return tag != null;
    }

    /**
     * From and where: the rows {@code t} of {@code asset_tag} and {@code a} of {@code asset}.
     *
     * @param linksWillDo whether {@code a} may be left out where the links say all that there is to check
     */
    public void addTo(SqlText sql, boolean linksWillDo, Instant now) {
        String tenant = count.owner().tenant();
        String owner = count.owner().key();
        if (linksWillDo && alongLinks() && filter.fitsAll() && count.expired() == 0) {
            sql.add(" from asset_tag t where t.tenant = ? and t.owner = ? and t.tag = ?", tenant, owner, tag);
            return;
        }
        if (alongLinks()) {
            sql.add(" from asset_tag t join asset a on a.tenant = t.tenant and a.owner = t.owner and a.id = t.id"
                    + " where t.tenant = ? and t.owner = ? and t.tag = ?", tenant, owner, tag);
        } else {
            sql.add(" from asset a where a.tenant = ? and a.owner = ?", tenant, owner);
        }
        filter.addTo(sql);
        if (count.expired() > 0) {
            sql.add(" and (a.expires_at is null or a.expires_at > ?)", now);
        }
    }
}
