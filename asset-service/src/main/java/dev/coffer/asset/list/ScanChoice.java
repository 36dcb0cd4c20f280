package dev.coffer.asset.list;

import dev.coffer.asset.filter.TagFilter;
import dev.coffer.asset.scan.AssetCount;
import dev.coffer.asset.scan.AssetScan;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Chooses the scans that find a page at the least cost. It knows exact numbers; the planner of the database only
 * estimates, and cannot know that a tag is rare among the assets of one owner.
 */
final class ScanChoice {
    /** So many ordered scans can be merged at about the cost of one; the filter is repeated in each of them. */
    private static final int FEW = 8;

    private ScanChoice() {}

    /** The scans to merge; none for owners none of whose assets can match. */
    static List<AssetScan> of(AssetQuery query, List<AssetCount> counts) {
        return counts.stream().flatMap(count -> of(query, count)).toList();
    }

    private static Stream<AssetScan> of(AssetQuery query, AssetCount count) {
        TagFilter tags = query.filter().tags();
        if (count.excludes(tags)) {
            return Stream.empty();
        }
        Set<String> guide = count.guide(tags);
        return !guide.isEmpty() && paysToFollow(guide, query.page(), count)
                ? guide.stream().filter(tag -> count.with(tag) > 0)
                        .map(tag -> AssetScan.ofTag(count, tag, query.filter()))
                : Stream.of(AssetScan.ofAll(count, query.filter()));
    }

    /**
     * Links are in the order of creation, so a page in that order reads no more of them than it has. For another order
     * all links have to be read and sorted, which pays if a scan of all assets would read more rows before it has found
     * a page of matching ones.
     */
    private static boolean paysToFollow(Set<String> guide, AssetQuery.Page page, AssetCount count) {
        if (guide.size() > FEW || page.sort() == AssetSort.CREATED_AT) {
            return guide.size() <= FEW;
        }
        double linked = count.sum(guide);
        return linked * linked <= (double) page.reach() * count.assets();
    }
}
