package dev.coffer.asset.list;

import dev.coffer.asset.view.AssetView;
import dev.coffer.common.caller.Owner;
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
        AssetListParameters asked = new AssetListParameters();
        asked.includeTags = values("include_tags", query);
        asked.excludeTags = values("exclude_tags", query);
        asked.tagsAll = values("tags_all", query);
        asked.tagsAny = values("tags_any", query);
        asked.tagsNone = values("tags_none", query);
        asked.jobIds = values("job_ids", query);
        asked.nameContains = value("name_contains", query);
        asked.metadataFilter = value("metadata_filter", query);
        asked.limit = value("limit", query);
        asked.offset = value("offset", query);
        asked.sort = value("sort", query);
        asked.order = value("order", query);
        asked.includePublic = value("include_public", query);
        asked.after = value("after", query);
        asked.hash = value("hash", query);
        asked.assetHash = value("asset_hash", query);
        return asked;
    }

    private static List<String> values(String name, String... query) {
        return List.of(query).stream().filter(pair -> pair.startsWith(name + "=")).map(pair -> pair.substring(name.length() + 1)).toList();
    }

    private static String value(String name, String... query) {
        return values(name, query).stream().findFirst().orElse(null);
    }
}
