package dev.coffer.asset.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.asset.Asset;
import dev.coffer.asset.RealDatabase;
import dev.coffer.asset.Rows;
import dev.coffer.asset.label.Tags;
import dev.coffer.asset.view.AssetView;
import dev.coffer.common.identity.Owner;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random filters over random assets, compared with what a loop over all of them finds: pages, order and total. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class CombinationIT {
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00.000001Z");
    /** From everywhere to nowhere. */
    private static final List<String> TAGS = List.of("all", "most", "half", "some", "few", "none");
    private static final double[] SHARE = {1, 0.9, 0.5, 0.2, 0.05, 0};

    @Inject
    Rows rows;

    @Inject
    Queries queries;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyCombinationFindsAndCountsExactly(boolean someHaveExpired) {
        Random random = new Random(someHaveExpired ? 2 : 1);
        Owner owner = Rows.somebody();
        List<Asset> all = IntStream.range(0, 70).mapToObj(i -> add(owner, i, random, someHaveExpired)).toList();
        for (int i = 0; i < 60; i++) {
            Asked asked = Asked.random(random);
            List<UUID> expected = all.stream().filter(asked::fits).sorted(asked.order()).map(row -> row.id).toList();
            assertThat(walkByOffset(owner, asked, expected.size())).as("by offset %s", asked).isEqualTo(expected);
            if (asked.sort.hasCursor()) {
                assertThat(walkByCursor(owner, asked, expected.size())).as("by cursor %s", asked).isEqualTo(expected);
            }
        }
    }

    private Asset add(Owner owner, int i, Random random, boolean someHaveExpired) {
        Owner its = i % 4 == 0 ? Owner.everybody(owner.tenant()) : owner;
        List<String> tags = IntStream.range(0, TAGS.size()).filter(t -> random.nextDouble() < SHARE[t])
                .mapToObj(TAGS::get).toList();
        return rows.add(its, (i % 3 == 0 ? "photo " : "drawing ") + i % 20, row -> {
            row.tags = Tags.of(tags);
            row.size = i % 10;
            row.createdAt = LONG_AGO.plusMillis(i % 30);
            row.userMetadata = "{\"n\":" + i % 5 + "}";
            row.expiresAt = someHaveExpired && i % 6 == 0 ? LONG_AGO : null;
        });
    }

    private List<UUID> walkByOffset(Owner owner, Asked asked, int total) {
        List<UUID> walked = new ArrayList<>();
        ListAssetsResponse page;
        do {
            page = queries.list(owner, asked.query("offset=" + walked.size()));
            assertThat(page.total()).as("total of %s", asked).isEqualTo(total);
            page.assets().stream().map(AssetView::id).forEach(walked::add);
        } while (page.hasMore());
        assertThat(queries.list(owner, asked.query("offset=1000")).total()).as("beyond the end of %s", asked)
                .isEqualTo(total);
        return walked;
    }

    private List<UUID> walkByCursor(Owner owner, Asked asked, int total) {
        List<UUID> walked = new ArrayList<>();
        String after = "";
        while (after != null) {
            ListAssetsResponse page = queries.list(owner, asked.query("after=" + after));
            assertThat(page.total()).as("total of %s after %d", asked, walked.size()).isEqualTo(total);
            page.assets().stream().map(AssetView::id).forEach(walked::add);
            after = page.nextCursor();
        }
        return walked;
    }

    /** A query, and the same as a condition and an order in Java. */
    private record Asked(Set<String> all, Set<String> any, Set<String> none, String name, Integer number,
            boolean shared, AssetSort sort, boolean descending, int limit) {

        static Asked random(Random random) {
            AssetSort[] sorts = AssetSort.values();
            Set<String> all = some(random, 3);
            Set<String> any = random.nextBoolean() ? Set.of() : some(random, 4);
            Set<String> none = some(random, 3);
            if (!any.isEmpty()) {
                // Contradictions are refused where one of the new names is used.
                none.removeAll(all);
            }
            return new Asked(all, any, none,
                    random.nextInt(5) == 0 ? "photo" : "", random.nextInt(5) == 0 ? random.nextInt(6) : null,
                    random.nextBoolean(), sorts[random.nextInt(sorts.length)], random.nextBoolean(),
                    1 + random.nextInt(30));
        }

        private static Set<String> some(Random random, int most) {
            List<String> tags = new ArrayList<>(TAGS);
            Collections.shuffle(tags, random);
            return new HashSet<>(tags.subList(0, random.nextInt(most)));
        }

        String[] query(String page) {
            return Stream.of("include_tags=" + String.join(",", all), "tags_any=" + String.join(",", any),
                    "exclude_tags=" + String.join(",", none),
                    "name_contains=" + name, "metadata_filter=" + (number == null ? "" : "{\"n\":" + number + "}"),
                    "include_public=" + shared, "sort=" + sort.column(), "order=" + (descending ? "desc" : "asc"),
                    "limit=" + limit, page)
                    .toArray(String[]::new);
        }

        boolean fits(Asset row) {
            Predicate<Collection<String>> hasOne = tags -> tags.stream().anyMatch(row.tags::contains);
            return row.tags.containsAll(all)
                    && (any.isEmpty() || hasOne.test(any))
                    && !hasOne.test(none)
                    && row.name.contains(name)
                    && (number == null || row.userMetadata.equals("{\"n\":" + number + "}"))
                    && (shared || !row.isPublic())
                    && row.expiresAt == null;
        }

        Comparator<Asset> order() {
            Comparator<Asset> byColumn = switch (sort) {
                case NAME -> Comparator.comparing(row -> row.name);
                case CREATED_AT -> Comparator.comparing(row -> row.createdAt);
                case UPDATED_AT -> Comparator.comparing(row -> row.updatedAt);
                case SIZE -> Comparator.comparing(row -> row.size);
                case LAST_ACCESS_TIME -> Comparator.comparing(row -> row.lastAccessTime);
            };
            Comparator<Asset> ascending = byColumn.thenComparing(row -> row.id.toString());
            return descending ? ascending.reversed() : ascending;
        }
    }
}
