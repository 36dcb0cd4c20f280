package dev.coffer.asset.scan;

import dev.coffer.asset.filter.TagFilter;
import dev.coffer.common.identity.Owner;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How many assets an owner has: exact numbers, by which the cheapest way to a page or a total is chosen.
 *
 * @param assets in all
 * @param tagged with each of the tags that were asked for
 * @param expired of {@code assets}: those that have expired and are not deleted yet. The other numbers include them,
 *     although clients must not see them
 */
public record AssetCount(Owner owner, long assets, Map<String, Long> tagged, long expired) {

    /** With that tag. */
    public long with(String tag) {
        return tagged.getOrDefault(tag, 0L);
    }

    /** The sum over these tags: an asset with several of them is counted several times. */
    public long sum(Collection<String> tags) {
        return tags.stream().mapToLong(this::with).sum();
    }

    /** Whether the numbers alone tell that no asset of the owner can match. */
    public boolean excludes(TagFilter filter) {
        return assets == 0
                || filter.all().stream().anyMatch(tag -> with(tag) == 0 || filter.none().contains(tag))
                || !filter.any().isEmpty() && sum(filter.any()) == 0
                || filter.none().stream().anyMatch(tag -> with(tag) == assets);
    }

    /** Tags of which every matching asset has at least one, chosen to be rare; empty if the filter has no such tags. */
    public Set<String> guide(TagFilter filter) {
        Optional<String> rarest = filter.all().stream().min(Comparator.comparingLong(this::with));
        return rarest.isPresent() && (filter.any().isEmpty() || with(rarest.get()) <= sum(filter.any()))
                ? Set.of(rarest.get())
                : filter.any();
    }
}
