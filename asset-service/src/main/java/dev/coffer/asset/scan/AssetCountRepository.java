package dev.coffer.asset.scan;

import dev.coffer.asset.filter.AssetFilter;
import dev.coffer.common.database.SqlText;
import dev.coffer.common.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;

/**
 * Exact numbers of assets. The counters are the rows of {@code asset_count}: triggers keep them in the transaction that
 * adds or deletes an asset (V2__asset_counts.sql), so no code here changes them.
 */
@ApplicationScoped
public class AssetCountRepository {
    /** The tag of the counters for all assets, with and without tags. */
    public static final String ALL = "";

    private static final String COUNT = """
            select owner, tag, cast(sum(assets) as bigint) from asset_count
            where tenant = :tenant and owner = any (:owners) and tag = any (:tags) group by owner, tag
            union all
            select owner, null, count(*) from asset
            where tenant = :tenant and owner = any (:owners) and expires_at <= :now group by owner""";

    private final EntityManager database;

    AssetCountRepository(EntityManager database) {
        this.database = database;
    }

    /** @param tag whose assets are counted; if absent, the expired assets are */
    private record Counter(String owner, String tag, long assets) {}

    /** The numbers of each owner, in the order of the owners, who belong to one tenant. Costs a few rows. */
    public List<AssetCount> of(List<Owner> owners, Collection<String> tags, Instant now) {
        List<String> asked = new ArrayList<>(tags);
        asked.add(ALL);
        List<Counter> counters = database.unwrap(Session.class)
                .createNativeQuery(COUNT, Counter.class)
                .setParameter("tenant", owners.getFirst().tenant())
                .setParameter("owners", owners.stream().map(Owner::key).toArray(String[]::new))
                .setParameter("tags", asked.toArray(String[]::new))
                .setParameter("now", now)
                .getResultList();
        return owners.stream().map(owner -> count(owner, counters)).toList();
    }

    private static AssetCount count(Owner owner, List<Counter> counters) {
        Map<String, Long> numbers = new HashMap<>();
        counters.stream()
                .filter(counter -> counter.owner().equals(owner.key()))
                .forEach(counter -> numbers.put(counter.tag(), counter.assets()));
        return new AssetCount(
                owner, numbers.getOrDefault(ALL, 0L), numbers, numbers.getOrDefault(null, 0L));
    }

    /**
     * How many assets match. Nothing is counted that the counters know: without a filter, and with a single tag, the
     * total is free; several tags are intersected in the links; anything else is counted by the most selective index.
     *
     * @param counts of the owners whose assets are meant
     */
    public long total(AssetFilter filter, List<AssetCount> counts, Instant now) {
        AssetTotal total = AssetTotal.of(filter, counts, now);
        return total.known() + total.rest().map(this::number).orElse(0L);
    }

    private long number(SqlText sql) {
        return sql.bindTo(database.unwrap(Session.class).createNativeQuery(sql.text(), Long.class)).getSingleResult();
    }
}
