package dev.coffer.asset.filter;

import dev.coffer.asset.Tags;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.http.Text;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which tags an asset must and must not have (comfy.md section 2.1).
 *
 * @param all it must have each of these
 * @param any and at least one of these, if there are some
 * @param none and none of these
 */
public record TagFilter(Set<String> all, Set<String> any, Set<String> none) {
    /** So many tags are enough for the database to find its way in; the rest only sort out. */
    private static final int GUIDES = 4;

    private static final String HAS = " and exists (select 1 from asset_tag t"
            + " where t.tenant = a.tenant and t.owner = a.owner and t.id = a.id and t.tag ";

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
        return new ServiceException(ErrorCode.INVALID_TAG_FILTER, message + ".", details);
    }

    /** Whether every asset fits. */
    boolean isEmpty() {
        return all.isEmpty() && any.isEmpty() && none.isEmpty();
    }

    void addTo(SqlText sql) {
        all.stream().limit(GUIDES).forEach(tag -> sql.add(HAS + "= ?)", tag));
        if (all.size() > GUIDES) {
            sql.add(" and a.tags @> cast(? as text[])", array(all));
        }
        if (!any.isEmpty()) {
            sql.add(HAS + "= any (cast(? as text[])))", array(any));
        }
        if (!none.isEmpty()) {
            sql.add(" and not a.tags && cast(? as text[])", array(none));
        }
    }

    private static Object array(Collection<String> tags) {
        return tags.toArray(String[]::new);
    }
}
