package dev.coffer.asset.tag;

import dev.coffer.asset.filter.AssetFilter;
import dev.coffer.asset.scan.AssetCount;
import dev.coffer.asset.scan.AssetCountRepository;
import dev.coffer.asset.tag.ListTagsResponse.TagCount;
import dev.coffer.common.database.ScansRows;
import dev.coffer.common.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The tags of the assets that a workspace sees (comfy.md sections 2.11 and 2.12). */
@ApplicationScoped
class TagService {
    private final TagRepository tags;
    private final AssetCountRepository counts;
    private final Clock clock;

    TagService(TagRepository tags, AssetCountRepository counts, Clock clock) {
        this.tags = tags;
        this.counts = counts;
        this.clock = clock;
    }

    /** A page of tags. A page that is not full ends the list, so nothing has to be counted. */
    @ScansRows
    @Transactional
    ListTagsResponse list(Owner owner, TagQuery query) {
        Instant now = clock.instant();
        List<TagCount> found = tags.page(owner, query, now);
        boolean more = found.size() > query.limit();
        List<TagCount> page = more ? found.subList(0, query.limit()) : found;
        long seen = query.offset() + page.size();
        boolean end = !more && (!page.isEmpty() || query.offset() == 0);
        return new ListTagsResponse(page, end ? seen : tags.count(owner, query, now), more);
    }

    /** The most frequent tags of the matching assets; without a filter the counters have them. */
    @ScansRows
    @Transactional
    TagHistogramResponse refine(Owner owner, AssetFilter filter, int limit) {
        Instant now = clock.instant();
        if (filter.matchesAll()) {
            List<TagCount> top = tags.page(owner, TagQuery.top(filter.includePublic(), limit), now);
            return TagHistogramResponse.of(top.subList(0, Math.min(limit, top.size())));
        }
        List<AssetCount> known = counts.of(filter.owners(owner), filter.tags().mentioned(), now).stream()
                .filter(count -> !count.excludes(filter.tags()))
                .toList();
        return TagHistogramResponse.of(known.isEmpty() ? List.of() : tags.histogram(known, filter, limit, now));
    }
}
