package dev.coffer.asset.list;

import dev.coffer.asset.Asset;
import dev.coffer.asset.view.AssetViews;
import dev.coffer.common.caller.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Lists of assets with their exact total (comfy.md section 2.1). */
@ApplicationScoped
class AssetListService {
    private final AssetListRepository lists;
    private final AssetViews views;
    private final Cursors cursors;

    AssetListService(AssetListRepository lists, AssetViews views, Cursors cursors) {
        this.lists = lists;
        this.views = views;
        this.cursors = cursors;
    }

    /** The page of what a workspace sees. */
    ListAssetsResponse list(Owner owner, AssetQuery query) {
        List<Owner> owners = query.filter().owners(owner);
        AssetQuery.Page page = query.page();
        List<Asset> found = lists.page(owners, query);
        boolean more = found.size() > page.limit();
        List<Asset> rows = more ? found.subList(0, page.limit()) : found;
        String cursor = more && page.sort().hasCursor()
                ? cursors.behind(rows.getLast(), page.sort(), page.descending())
                : null;
        return new ListAssetsResponse(views.of(owner, rows), total(owners, query, rows.size(), more), more, cursor);
    }

    /**
     * A page that did not fill ends the list, so there is nothing to count. Rows that come or go between page and
     * count must not make the answer contradict itself.
     */
    private long total(List<Owner> owners, AssetQuery query, int rows, boolean more) {
        AssetQuery.Page page = query.page();
        long seen = page.skipped() + rows;
        if (more) {
            return Math.max(lists.count(owners, query), seen + 1);
        }
        if (page.after().isPresent()) {
            return lists.count(owners, query);
        }
        return rows > 0 || seen == 0 ? seen : Math.min(lists.count(owners, query), seen);
    }
}
