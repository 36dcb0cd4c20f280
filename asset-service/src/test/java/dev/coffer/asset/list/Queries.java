package dev.coffer.asset.list;

import dev.coffer.asset.filter.QueryTexts;
import dev.coffer.asset.view.AssetView;
import dev.coffer.common.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.List;

/** Lists as a request asks for them, without the HTTP around it. */
@ApplicationScoped
class Queries {
    private final AssetQueryReader reader;
    private final AssetListService lists;

    Queries(AssetQueryReader reader, AssetListService lists) {
        this.reader = reader;
        this.lists = lists;
    }

    /** @param query such as {@code limit=3}, one parameter each */
    @ActivateRequestContext
    public ListAssetsResponse list(Owner owner, String... query) {
        return lists.list(owner, reader.read(parameters(query)));
    }

    List<String> names(Owner owner, String... query) {
        return list(owner, query).assets().stream().map(AssetView::name).toList();
    }

    static AssetListParameters parameters(String... query) {
        AssetListParameters asked = QueryTexts.filters(new AssetListParameters(), query);
        asked.limit = QueryTexts.value("limit", query);
        asked.offset = QueryTexts.value("offset", query);
        asked.sort = QueryTexts.value("sort", query);
        asked.order = QueryTexts.value("order", query);
        asked.after = QueryTexts.value("after", query);
        return asked;
    }
}
