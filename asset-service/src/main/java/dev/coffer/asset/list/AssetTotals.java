package dev.coffer.asset.list;

import dev.coffer.asset.filter.AssetFilter;
import dev.coffer.asset.filter.AssetScan;
import dev.coffer.asset.filter.TagFilter;
import dev.coffer.asset.label.AssetCount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

/**
 * Exact totals at the least cost: nothing is counted that the counters know. Without a filter and with one tag a
 * total costs no row at all; several tags meet in the links; anything else is counted by the most selective index.
 */
@ApplicationScoped
class AssetTotals {
    private final EntityManager database;

    AssetTotals(EntityManager database) {
        this.database = database;
    }

    long of(AssetFilter filter, List<AssetCount> counts, Instant now) {
        return sum(filter, counts, now).value(database);
    }

    static Sum sum(AssetFilter filter, List<AssetCount> counts, Instant now) {
        Sum sum = new Sum();
        counts.stream().filter(count -> !filter.tags().impossible(count)).forEach(count -> add(sum, filter, count, now));
        return sum;
    }

    private static void add(Sum sum, AssetFilter filter, AssetCount count, Instant now) {
        TagFilter tags = filter.tags();
        if (!filter.onlyTags() || !TagTotal.canCount(tags)) {
            sum.addCount(1, sql -> AssetScan.toCount(count, filter).addTo(sql, true, now));
            return;
        }
        new TagTotal(count, sum).add(tags);
        if (count.expired() > 0) {
            sum.addCount(-1, sql -> {
                sql.add(" from asset a where a.tenant = ? and a.owner = ? and a.expires_at <= ?",
                        count.owner().tenant(), count.owner().key(), now);
                filter.addTo(sql);
            });
        }
    }
}
