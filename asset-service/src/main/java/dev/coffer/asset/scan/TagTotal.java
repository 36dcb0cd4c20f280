package dev.coffer.asset.scan;

import dev.coffer.asset.filter.TagFilter;
import dev.coffer.common.database.SqlText;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How many assets of one owner match a filter of nothing but tags. What the counters know is taken from them; the rest
 * is counted in the tag links alone, starting with the rarest tag.
 */
final class TagTotal {
    /** With more tags than that, one pass over the assets is cheaper. */
    private static final int MOST = 8;

    private final AssetCount count;
    private final AssetTotal total;

    TagTotal(AssetCount count, AssetTotal total) {
        this.count = count;
        this.total = total;
    }

    static boolean canCount(TagFilter tags) {
        return tags.mentioned().size() <= MOST;
    }

    void add(TagFilter tags) {
        if (tags.any().isEmpty()) {
            add(1, tags.all(), tags.none());
        } else {
            addAnyOf(1, tags.any(), tags.all(), tags.none());
        }
    }

    /**
     * Assets with all of one set of tags and any of another: with its first tag; with its second but not its first; …
     */
    private void addAnyOf(int sign, Set<String> any, Set<String> with, Set<String> without) {
        Set<String> excluded = new LinkedHashSet<>(without);
        for (String tag : commonFirst(any)) {
            add(sign, plus(with, tag), excluded);
            excluded.add(tag);
        }
    }

    private void add(int sign, Set<String> with, Set<String> without) {
        List<String> unwanted = commonFirst(without);
        if (with.stream().anyMatch(tag -> count.with(tag) == 0 || unwanted.contains(tag))) {
            return;
        }
        if (with.isEmpty() || with.size() == 1 && count.sum(unwanted) < known(with)) {
            total.add(sign * known(with));
            addLinked(-sign, with, unwanted);
        } else {
            addLinks(sign, with, unwanted);
        }
    }

    /** The same, where the tags of the second set are the rare ones. */
    private void addLinked(int sign, Set<String> with, List<String> others) {
        for (int i = 0; i < others.size(); i++) {
            addLinks(sign, plus(with, others.get(i)), others.subList(0, i));
        }
    }

    private void addLinks(int sign, Set<String> with, List<String> without) {
        if (with.size() == 1 && without.isEmpty()) {
            total.add(sign * known(with));
            return;
        }
        List<String> rareFirst = commonFirst(with).reversed();
        total.addCount(sign, sql -> {
            sql.add(" from asset_tag t where t.tenant = ? and t.owner = ? and t.tag = ?",
                    count.owner().tenant(), count.owner().key(), rareFirst.getFirst());
            rareFirst.stream().skip(1).forEach(tag -> addOther(sql, "exists", "= ?", tag));
            if (!without.isEmpty()) {
                addOther(sql, "not exists", "= any (?)", without.toArray(String[]::new));
            }
        });
    }

    private static void addOther(SqlText sql, String exists, String comparison, Object value) {
        sql.add(" and " + exists + " (select from asset_tag o where o.tenant = t.tenant and o.owner = t.owner"
                + " and o.id = t.id and o.tag " + comparison + ")", value);
    }

    private long known(Set<String> with) {
        return with.isEmpty() ? count.assets() : count.with(with.iterator().next());
    }

    private List<String> commonFirst(Collection<String> tags) {
        return tags.stream()
                .filter(tag -> count.with(tag) > 0)
                .sorted(Comparator.comparingLong(count::with).reversed())
                .toList();
    }

    private static Set<String> plus(Set<String> tags, String tag) {
        Set<String> all = new LinkedHashSet<>(tags);
        all.add(tag);
        return all;
    }
}
