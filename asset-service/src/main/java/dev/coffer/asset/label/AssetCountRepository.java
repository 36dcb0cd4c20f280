package dev.coffer.asset.label;

import dev.coffer.common.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Exact numbers of assets for the price of a few rows. Nobody in this program changes them: triggers of the
 * database do, with every row that comes or goes (V2__asset_counts.sql).
 */
@ApplicationScoped
public class AssetCountRepository {
    /** The tag that stands for all assets, with tags or without. */
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

    /** The numbers of each owner, in the order of the owners, who are of one tenant. */
    @SuppressWarnings("unchecked")
    public List<AssetCount> of(List<Owner> owners, Collection<String> tags, Instant now) {
        List<String> asked = new ArrayList<>(tags);
        asked.add(ALL);
        List<Object[]> rows = database.createNativeQuery(COUNT)
                .setParameter("tenant", owners.getFirst().tenant())
                .setParameter("owners", owners.stream().map(Owner::key).toArray(String[]::new))
                .setParameter("tags", asked.toArray(String[]::new))
                .setParameter("now", now)
                .getResultList();
        return owners.stream().map(owner -> count(owner, rows)).toList();
    }

    private static AssetCount count(Owner owner, List<Object[]> rows) {
        Map<String, Long> numbers = new HashMap<>();
        rows.stream().filter(row -> row[0].equals(owner.key())).forEach(row -> numbers.put((String) row[1], (Long) row[2]));
        return new AssetCount(
                owner, numbers.getOrDefault(ALL, 0L), numbers, numbers.getOrDefault(null, 0L));
    }
}
