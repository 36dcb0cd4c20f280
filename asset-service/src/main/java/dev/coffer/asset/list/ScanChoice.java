package dev.coffer.asset.list;

import dev.coffer.asset.filter.AssetScan;
import dev.coffer.asset.filter.TagFilter;
import dev.coffer.asset.label.AssetCount;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which ways lead to a page at the least cost. The numbers are exact, so nothing is left to the guesses of the
 * database: it cannot know that a tag is rare with this owner.
 */
final class ScanChoice {
    /** So many ordered scans can be merged for the price of one. */
    private static final int FEW = 8;

    private ScanChoice() {}

    /** The scans to merge; none for owners of whom nothing can fit. */
    static List<AssetScan> of(AssetQuery query, List<AssetCount> counts) {
        return counts.stream().flatMap(count -> of(query, count)).toList();
    }

    private static Stream<AssetScan> of(AssetQuery query, AssetCount count) {
        TagFilter tags = query.filter().tags();
        if (tags.impossible(count)) {
            return Stream.empty();
        }
        Set<String> guide = tags.guide(count);
        return !guide.isEmpty() && paysToFollow(guide, query.page(), count)
                ? guide.stream().filter(tag -> count.with(tag) > 0).map(tag -> AssetScan.ofTag(count, tag, query.filter()))
                : Stream.of(AssetScan.ofAll(count, query.filter()));
    }

    /**
     * Links are in the order of creation, so a page of them costs a page. For another order all of them have to be
     * read and sorted, which pays if one finds as many on the way along all assets only after reading more of those.
     */
    private static boolean paysToFollow(Set<String> guide, AssetQuery.Page page, AssetCount count) {
        if (page.sort() == AssetSort.CREATED_AT && guide.size() <= FEW) {
            return true;
        }
        double linked = TagFilter.total(count, guide);
        return linked * linked <= (double) page.reach() * count.assets();
    }
}
