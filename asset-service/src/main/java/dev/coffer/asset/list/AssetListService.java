package dev.coffer.asset.list;

import dev.coffer.asset.Asset;
import dev.coffer.asset.label.AssetCount;
import dev.coffer.asset.label.AssetCountRepository;
import dev.coffer.asset.view.AssetViews;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Lists of assets with their exact total (comfy.md section 2.1). */
@ApplicationScoped
class AssetListService {
    private final AssetCountRepository counts;
    private final AssetListRepository lists;
    private final AssetTotals totals;
    private final Snapshot snapshot;
    private final AssetViews views;
    private final Cursors cursors;
    private final Clock clock;

    AssetListService(
            AssetCountRepository counts,
            AssetListRepository lists,
            AssetTotals totals,
            Snapshot snapshot,
            AssetViews views,
            Cursors cursors,
            Clock clock) {
        this.counts = counts;
        this.lists = lists;
        this.totals = totals;
        this.snapshot = snapshot;
        this.views = views;
        this.cursors = cursors;
        this.clock = clock;
    }

    /** The page of what a workspace sees. */
    ListAssetsResponse list(Owner owner, AssetQuery query) {
        Found found = query.filter().onlyTags()
                ? snapshot.read(() -> find(owner, query))
                : snapshot.readPlannedByValue(() -> find(owner, query));
        AssetQuery.Page page = query.page();
        String cursor = found.more() && page.sort().hasCursor()
                ? cursors.behind(found.rows().getLast(), page.sort(), page.descending())
                : null;
        return new ListAssetsResponse(views.of(owner, found.rows()), found.total(), found.more(), cursor);
    }

    private record Found(List<Asset> rows, boolean more, long total) {}

    private Found find(Owner owner, AssetQuery query) {
        AssetQuery.Page page = query.page();
        Instant now = clock.instant();
        List<AssetCount> known = counts.of(query.filter().owners(owner), query.filter().tags().mentioned(), now);
        AssetListRepository.Rows rows = lists.page(ScanChoice.of(query, known), page, now);
        List<Asset> shown = rows.assets();
        boolean more = rows.more();
        if (rows.full() && !page.byCursor()) {
            // Whoever steps by the limit would never see what is left out.
            throw ServiceException.invalidQuery("limit", "must be at most " + shown.size()
                    + " here: so many of these assets have as much metadata as fits on one page");
        }
        long seen = page.skipped() + shown.size();
        // A page that did not fill ends the list: there is nothing to count.
        boolean ends = !more && page.after().isEmpty() && (!shown.isEmpty() || seen == 0);
        return new Found(shown, more, ends ? seen : totals.of(query.filter(), known, now));
    }
}
