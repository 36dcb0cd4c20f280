package dev.coffer.asset.label;

import dev.coffer.asset.Asset;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * Keeps {@code asset_tag} in step with the tags of a row: it answers "which assets have this tag" in order. The
 * database counts along (V2__asset_counts.sql).
 */
@ApplicationScoped
public class TagLinkRepository {
    private static final String REMOVE = """
            delete from asset_tag where tenant = :tenant and owner = :owner and id = :id
            and tag <> all (cast(:tags as text[]))""";
    private static final String ADD = """
            insert into asset_tag (tenant, owner, id, tag, created_at)
            select :tenant, :owner, :id, tag, :createdAt from unnest(cast(:tags as text[])) tag
            on conflict do nothing""";

    private final EntityManager database;

    TagLinkRepository(EntityManager database) {
        this.database = database;
    }

    /** Links a new row. */
    public void add(Asset asset) {
        if (!asset.tags.isEmpty()) {
            run(ADD, asset, true);
        }
    }

    /** Makes the links of a row those that it has now. */
    public void replace(Asset asset) {
        run(REMOVE, asset, false);
        add(asset);
    }

    private void run(String sql, Asset asset, boolean withTime) {
        var query = database.createNativeQuery(sql)
                .setParameter("tenant", asset.tenant)
                .setParameter("owner", asset.owner)
                .setParameter("id", asset.id)
                .setParameter("tags", asset.tags.toArray(String[]::new));
        if (withTime) {
            query.setParameter("createdAt", asset.createdAt);
        }
        query.executeUpdate();
    }
}
