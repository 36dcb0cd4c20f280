package dev.coffer.asset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * Removes assets whose time is over. Queries do not see them any more (see {@link Asset}), so nobody can tell when
 * it is done; any number of processes may do it at once.
 */
@ApplicationScoped
public class ExpiredAssets {
    private static final String OLDEST = """
            select * from asset where expires_at <= now() order by expires_at limit 100 for update skip locked""";
    private static final String ONE = """
            select * from asset where expires_at <= now() and tenant = :tenant and owner = :owner and id = :id
            for update""";

    private final AssetRepository assets;
    private final AssetRemoval removal;

    ExpiredAssets(AssetRepository assets, AssetRemoval removal) {
        this.assets = assets;
        this.removal = removal;
    }

    /** Removes the oldest ones. Returns how many. */
    @Transactional
    public int removeSome() {
        return remove(assets.getEntityManager().createNativeQuery(OLDEST, Asset.class).getResultList());
    }

    /** Removes the one with this key, if it has ended: its id is free again. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void remove(AssetKey key) {
        remove(assets.getEntityManager()
                .createNativeQuery(ONE, Asset.class)
                .setParameter("tenant", key.tenant())
                .setParameter("owner", key.owner())
                .setParameter("id", key.id())
                .getResultList());
    }

    private int remove(List<?> rows) {
        rows.forEach(row -> removal.remove((Asset) row));
        assets.flush();
        return rows.size();
    }
}
