package dev.coffer.asset.filter;

import java.util.List;
import java.util.stream.Stream;

/** Query parameters as tests write them: {@code limit=3}, one parameter each. */
public final class QueryTexts {
    private QueryTexts() {}

    /** Sets the filters of a query as JAX-RS would. */
    public static <P extends AssetFilterParameters> P filters(P asked, String... query) {
        asked.includeTags = values("include_tags", query);
        asked.excludeTags = values("exclude_tags", query);
        asked.tagsAll = values("tags_all", query);
        asked.tagsAny = values("tags_any", query);
        asked.tagsNone = values("tags_none", query);
        asked.jobIds = values("job_ids", query);
        asked.nameContains = value("name_contains", query);
        asked.metadataFilter = value("metadata_filter", query);
        asked.includePublic = value("include_public", query);
        asked.hash = value("hash", query);
        asked.assetHash = value("asset_hash", query);
        return asked;
    }

    public static List<String> values(String name, String... query) {
        return Stream.of(query).filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1)).toList();
    }

    /** The first value, if there is one. */
    public static String value(String name, String... query) {
        return values(name, query).stream().findFirst().orElse(null);
    }
}
