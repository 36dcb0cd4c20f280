package dev.coffer.asset.filter;

import dev.coffer.asset.error.AssetErrorCode;
import dev.coffer.asset.label.Tags;
import dev.coffer.common.database.SqlText;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.text.Text;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which tags an asset must have and must not have (comfy.md section 2.1).
 *
 * @param all an asset must have each of these
 * @param any an asset must have at least one of these, unless there are none
 * @param none an asset must have none of these
 */
public record TagFilter(Set<String> all, Set<String> any, Set<String> none) {
    /**
     * @throws ServiceException {@code INVALID_TAG_FILTER}, 400, if old and new names are mixed, or contradict each
     *     other
     */
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

    /** Whether every asset matches. */
    public boolean isEmpty() {
        return all.isEmpty() && any.isEmpty() && none.isEmpty();
    }

    /** All tags of the filter. */
    public Set<String> mentioned() {
        return Stream.of(all, any, none).flatMap(Set::stream).collect(Collectors.toSet());
    }

    /** What is left to check on an asset that has this tag. */
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
