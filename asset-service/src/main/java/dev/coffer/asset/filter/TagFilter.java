package dev.coffer.asset.filter;

import dev.coffer.asset.error.AssetErrorCode;
import dev.coffer.asset.label.AssetCount;
import dev.coffer.asset.label.Tags;
import dev.coffer.common.database.SqlText;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.text.Text;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which tags an asset must and must not have (comfy.md section 2.1).
 *
 * @param all it must have each of these
 * @param any and at least one of these, if there are some
 * @param none and none of these
 */
public record TagFilter(Set<String> all, Set<String> any, Set<String> none) {
    /** @throws ServiceException {@code INVALID_TAG_FILTER}, 400, if the two spellings are mixed or contradict */
    static TagFilter of(AssetFilterParameters asked) {
        Set<String> include = tags("include_tags", asked.includeTags);
        Set<String> exclude = tags("exclude_tags", asked.excludeTags);
        Set<String> all = tags("tags_all", asked.tagsAll);
        Set<String> any = tags("tags_any", asked.tagsAny);
        Set<String> none = tags("tags_none", asked.tagsNone);
        notBoth("tags_all", all, "include_tags", include);
        notBoth("tags_none", none, "exclude_tags", exclude);
        TagFilter filter = new TagFilter(all.isEmpty() ? include : all, any, none.isEmpty() ? exclude : none);
        if (!(all.isEmpty() && any.isEmpty() && none.isEmpty())) {
            filter.refuseContradiction(
                    all.isEmpty() ? "include_tags" : "tags_all", none.isEmpty() ? "exclude_tags" : "tags_none");
        }
        return filter;
    }

    private static Set<String> tags(String parameter, List<String> values) {
        Set<String> tags = Tags.normalised(
                values.stream().flatMap(value -> Arrays.stream(value.split(","))).toList());
        if (tags.size() > Tags.MAX_COUNT) {
            throw refusal(parameter + " has too many tags",
                    Map.of("parameter", parameter, "count", tags.size(), "max", Tags.MAX_COUNT));
        }
        if (!tags.stream().allMatch(Text::storable)) {
            throw refusal(parameter + " has a tag that cannot be", Map.of("parameter", parameter));
        }
        return tags;
    }

    private static void notBoth(String newer, Set<String> first, String older, Set<String> second) {
        if (!first.isEmpty() && !second.isEmpty()) {
            throw refusal("Send " + newer + " or " + older + ", not both", Map.of("parameters", List.of(newer, older)));
        }
    }

    private void refuseContradiction(String allName, String noneName) {
        Set<String> both = all.stream().filter(none::contains).collect(Collectors.toCollection(TreeSet::new));
        if (!both.isEmpty()) {
            throw refusal("A tag cannot be both wanted and unwanted",
                    Map.of("conflicting_tags", both, "parameters", List.of(allName, noneName)));
        }
    }

    private static ServiceException refusal(String message, Map<String, Object> details) {
        return new ServiceException(AssetErrorCode.INVALID_TAG_FILTER, message + ".", details);
    }

    /** Whether every asset fits. */
    public boolean isEmpty() {
        return all.isEmpty() && any.isEmpty() && none.isEmpty();
    }

    /** All tags that matter. */
    public Set<String> mentioned() {
        return Stream.of(all, any, none).flatMap(Set::stream).collect(Collectors.toSet());
    }

    /** Whether the numbers alone say that no asset of an owner can fit. */
    public boolean impossible(AssetCount count) {
        return count.assets() == 0
                || all.stream().anyMatch(tag -> count.with(tag) == 0 || none.contains(tag))
                || !any.isEmpty() && total(count, any) == 0
                || none.stream().anyMatch(tag -> count.with(tag) == count.assets());
    }

    /** The tags of which every asset that fits has at least one, chosen for their rarity; empty if there are none. */
    public Set<String> guide(AssetCount count) {
        Optional<String> rarest = all.stream().min(Comparator.comparingLong(count::with));
        return rarest.isPresent() && (any.isEmpty() || count.with(rarest.get()) <= total(count, any))
                ? Set.of(rarest.get())
                : any;
    }

    /** How many assets have some tags, those with several of them counted several times. */
    public static long total(AssetCount count, Collection<String> tags) {
        return tags.stream().mapToLong(count::with).sum();
    }

    TagFilter given(String tag) {
        return new TagFilter(
                all.stream().filter(one -> !one.equals(tag)).collect(Collectors.toSet()),
                any.contains(tag) ? Set.of() : any,
                none);
    }

    /** The conditions on a row {@code a} of {@code asset}. */
    void addTo(SqlText sql) {
        if (!all.isEmpty()) {
            sql.add(" and a.tags @> cast(? as text[])", array(all));
        }
        if (!any.isEmpty()) {
            sql.add(" and a.tags && cast(? as text[])", array(any));
        }
        if (!none.isEmpty()) {
            sql.add(" and not a.tags && cast(? as text[])", array(none));
        }
    }

    private static Object array(Collection<String> tags) {
        return tags.toArray(String[]::new);
    }
}
