package dev.coffer.asset.scan;

import dev.coffer.asset.filter.AssetFilter;
import dev.coffer.asset.filter.TagFilter;
import dev.coffer.common.database.SqlText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The number of assets that match: the part that the counters know, and one statement for the rest. */
public final class AssetTotal {
    private final SqlText rest = new SqlText().add("select cast(0 as bigint)");
    private boolean complete = true;
    private long known;

    AssetTotal() {}

    /** @param counts of the owners whose assets are meant */
    public static AssetTotal of(AssetFilter filter, List<AssetCount> counts, Instant now) {
        AssetTotal total = new AssetTotal();
        counts.stream()
                .filter(count -> !count.excludes(filter.tags()))
                .forEach(count -> total.addOwner(filter, count, now));
        return total;
    }

    private void addOwner(AssetFilter filter, AssetCount count, Instant now) {
        TagFilter tags = filter.tags();
        if (!filter.onlyTags() || !TagTotal.canCount(tags)) {
            addCount(1, sql -> AssetScan.toCount(count, filter).addTo(sql, true, now));
            return;
        }
        new TagTotal(count, this).add(tags);
        if (count.expired() > 0) {
            addCount(-1, sql -> {
                sql.add(" from asset a where a.tenant = ? and a.owner = ? and a.expires_at <= ?",
                        count.owner().tenant(), count.owner().key(), now);
                filter.addTo(sql);
            });
        }
    }

    void add(long number) {
        known += number;
    }

    /**
     * @param sign 1, or -1 to subtract
     * @param query adds what follows {@code select count(*)}
     */
    void addCount(int sign, Consumer<SqlText> query) {
        rest.add((sign < 0 ? " - " : " + ") + "(select count(*)");
        query.accept(rest);
        rest.add(")");
        complete = false;
    }

    /** What the counters know. */
    long known() {
        return known;
    }

    /** The statement that counts what the counters do not know; empty if they know everything. */
    public Optional<SqlText> rest() {
        return complete ? Optional.empty() : Optional.of(rest);
    }
}
