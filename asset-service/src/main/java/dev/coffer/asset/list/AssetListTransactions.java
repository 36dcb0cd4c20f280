package dev.coffer.asset.list;

import dev.coffer.asset.Asset;
import dev.coffer.asset.scan.AssetCount;
import dev.coffer.asset.scan.AssetCountRepository;
import dev.coffer.common.database.ScansRows;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * The transaction that reads counters, page and total. All of them see one state of the database: otherwise they would
 * contradict each other when assets are added or deleted in between.
 */
@ApplicationScoped
class AssetListTransactions {
    private final AssetCountRepository counts;
    private final AssetListRepository lists;
    private final Clock clock;

    AssetListTransactions(AssetCountRepository counts, AssetListRepository lists, Clock clock) {
        this.counts = counts;
        this.lists = lists;
        this.clock = clock;
    }

    /**
     * A page of a list.
     *
     * @param more whether further assets follow
     * @param total the number of all assets that match
     */
    record Found(List<Asset> assets, boolean more, long total) {}

    @ScansRows
    @Transactional
    public Found find(Owner owner, AssetQuery query) {
        lists.useOneSnapshot();
        if (!query.filter().onlyTags()) {
            lists.planByValue();
        }
        AssetQuery.Page page = query.page();
        Instant now = clock.instant();
        List<AssetCount> known = counts.of(query.filter().owners(owner), query.filter().tags().mentioned(), now);
        AssetListRepository.Rows rows = lists.page(ScanChoice.of(query, known), page, now);
        if (rows.full() && !page.byCursor()) {
            // A client that advances the offset by its limit would never see the assets that are left out.
            throw ServiceException.invalidQuery("limit", "must be at most " + rows.assets().size()
                    + " here: so many of these assets have as much metadata as fits on one page");
        }
        long seen = page.skipped() + rows.assets().size();
        // A page that is not full ends the list, so nothing has to be counted.
        boolean ends = !rows.more() && page.after().isEmpty() && (!rows.assets().isEmpty() || seen == 0);
        return new Found(rows.assets(), rows.more(), ends ? seen : counts.total(query.filter(), known, now));
    }
}
