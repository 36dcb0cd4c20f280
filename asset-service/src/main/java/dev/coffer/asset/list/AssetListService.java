package dev.coffer.asset.list;

import dev.coffer.asset.view.AssetViews;
import dev.coffer.common.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;

/** Lists of assets with their exact total (comfy.md section 2.1). */
@ApplicationScoped
class AssetListService {
    private final AssetListTransactions lists;
    private final AssetViews views;
    private final AssetCursors cursors;

    AssetListService(AssetListTransactions lists, AssetViews views, AssetCursors cursors) {
        this.lists = lists;
        this.views = views;
        this.cursors = cursors;
    }

    /** A page of the assets that a workspace sees. */
    ListAssetsResponse list(Owner owner, AssetQuery query) {
        AssetListTransactions.Found found = lists.find(owner, query);
        AssetQuery.Page page = query.page();
        String cursor = found.more() && page.sort().hasCursor()
                ? cursors.after(found.assets().getLast(), page.sort(), page.descending())
                : null;
        return new ListAssetsResponse(views.of(owner, found.assets()), found.total(), found.more(), cursor);
    }
}
