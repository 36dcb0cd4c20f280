package dev.coffer.asset.list;

import dev.coffer.asset.Asset;
import dev.coffer.asset.AssetCount;
import dev.coffer.asset.AssetCounts;
import dev.coffer.asset.view.AssetViews;
import dev.coffer.common.caller.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Lists of assets with their exact total (comfy.md section 2.1). */
@ApplicationScoped
class AssetListService {
    private final AssetCounts counts;
    private final AssetListRepository lists;
    private final AssetTotals totals;
    private final PlannedByValue planned;
    private final AssetViews views;
    private final Cursors cursors;
    private final Clock clock;

    AssetListService(
            AssetCounts counts,
            AssetListRepository lists,
            AssetTotals totals,
            PlannedByValue planned,
            AssetViews views,
            Cursors cursors,
            Clock clock) {
        this.counts = counts;
        this.lists = lists;
        this.totals = totals;
        this.planned = planned;
        this.views = views;
        this.cursors = cursors;
        this.clock = clock;
    }

    /** The page of what a workspace sees. */
    ListAssetsResponse list(Owner owner, AssetQuery query) {
        Found found = query.filter().onlyTags() ? find(owner, query) : planned.run(() -> find(owner, query));
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
        List<Asset> rows = lists.page(ScanChoice.of(query, known), page, now);
        boolean more = rows.size() > page.limit();
        List<Asset> shown = more ? rows.subList(0, page.limit()) : rows;
        long seen = page.skipped() + shown.size();
        boolean ends = !more && page.after().isEmpty() && (!shown.isEmpty() || seen == 0);
        return new Found(shown, more, ends ? seen : total(query, known, now, seen, more));
    }

    /**
     * A page that did not fill ends the list, so there is nothing to count there. Here, rows that come or go between
     * page and count must not make the answer contradict itself.
     */
    private long total(AssetQuery query, List<AssetCount> known, Instant now, long seen, boolean more) {
        long total = totals.of(query.filter(), known, now);
        if (more) {
            return Math.max(total, seen + 1);
        }
        return query.page().after().isPresent() ? Math.max(total, seen) : Math.min(total, seen);
    }
}
