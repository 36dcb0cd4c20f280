package dev.coffer.asset.scan;

import dev.coffer.asset.filter.AssetFilter;
import dev.coffer.common.database.SqlText;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One way to find the matching assets of one owner: a scan of the assets, or of the links of a tag that all of them
 * have.
 *
 * @param tag whose links are scanned; if absent the assets are
 * @param filter what is left to check on each row
 */
public record AssetScan(AssetCount count, @Nullable String tag, AssetFilter filter) {

    /** A scan of the assets. */
    public static AssetScan ofAll(AssetCount count, AssetFilter filter) {
        return new AssetScan(count, null, filter);
    }

    /** A scan of the links of a tag. */
    public static AssetScan ofTag(AssetCount count, String tag, AssetFilter filter) {
        return new AssetScan(count, tag, filter.given(tag));
    }

    /** The scan for all matching assets in no particular order: of a tag, if all of them have one. */
    public static AssetScan toCount(AssetCount count, AssetFilter filter) {
        Set<String> guide = count.guide(filter.tags());
        return guide.size() == 1 ? ofTag(count, guide.iterator().next(), filter) : ofAll(count, filter);
    }

    /** Whether this is a scan of links, the rows {@code t} of {@code asset_tag}. */
    public boolean alongLinks() {
        return tag != null;
    }

    /**
     * Adds {@code from} and {@code where}, with rows {@code t} of {@code asset_tag} and {@code a} of {@code asset}.
     *
     * @param linksWillDo whether {@code a} may be left out where nothing of it has to be checked
     */
    public void addTo(SqlText sql, boolean linksWillDo, Instant now) {
        String tenant = count.owner().tenant();
        String owner = count.owner().key();
        if (linksWillDo && alongLinks() && filter.matchesAll() && count.expired() == 0) {
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
