package dev.coffer.asset.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.asset.Asset;
import dev.coffer.asset.RealDatabase;
import dev.coffer.asset.Rows;
import dev.coffer.asset.view.AssetView;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class PagingIT {
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00.000001Z");

    @Inject
    Rows rows;

    @Inject
    Queries queries;

    static Stream<Arguments> orders() {
        return Stream.of(AssetSort.values())
                .flatMap(sort -> Stream.of("asc", "desc").map(order -> Arguments.of(sort, order)));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void offsetsWalkEveryRowOnceInOrder(AssetSort sort, String order) {
        Owner owner = Rows.somebody();
        List<Asset> all = manyWithTies(owner);
        List<UUID> walked = new ArrayList<>();
        for (int offset = 0; offset < 30; offset += 4) {
            ListAssetsResponse page =
                    queries.list(owner, "sort=" + sort.column(), "order=" + order, "limit=4", "offset=" + offset);
            assertThat(page.total()).isEqualTo(23);
            assertThat(page.hasMore()).isEqualTo(offset + page.assets().size() < 23);
            page.assets().stream().map(AssetView::id).forEach(walked::add);
        }
        assertThat(walked).containsExactlyElementsOf(sorted(all, sort, order));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void cursorsWalkEveryRowOnceWhileOthersComeAndGo(AssetSort sort, String order) {
        if (!sort.hasCursor()) {
            return;
        }
        Owner owner = Rows.somebody();
        List<UUID> expected = sorted(manyWithTies(owner), sort, order);
        List<UUID> walked = new ArrayList<>();
        ListAssetsResponse page = queries.list(owner, "sort=" + sort.column(), "order=" + order, "limit=4");
        while (true) {
            page.assets().stream().map(AssetView::id).filter(expected::contains).forEach(walked::add);
            assertThat(page.hasMore()).isEqualTo(page.nextCursor() != null);
            if (page.nextCursor() == null) {
                break;
            }
            rows.add(owner, "newcomer " + walked.size());
            rows.ask("delete from asset where tenant = ? and id = ? returning name", owner.tenant(),
                    page.assets().getLast().id());
            page = queries.list(owner, "sort=" + sort.column(), "order=" + order, "limit=4",
                    "after=" + page.nextCursor(), "offset=7");
        }
        assertThat(walked).containsExactlyElementsOf(expected);
    }

    @Test
    void aPageEndsWhereItsMetadataAreLargeAndTheNextOneGoesOn() {
        Owner owner = Rows.somebody();
        // Written out by the database: 390 characters each.
        String large = "{\"n\":[" + "1e389,".repeat(2700) + "0]}";
        List<UUID> all = IntStream.range(0, 5)
                .mapToObj(i -> rows.add(owner, "n" + i, row -> row.userMetadata = large).id)
                .toList();
        List<UUID> walked = new ArrayList<>();
        String after = "";
        do {
            ListAssetsResponse page = queries.list(owner, "limit=500", "sort=name", "order=asc", "after=" + after);
            assertThat(page.assets()).hasSizeLessThanOrEqualTo(2);
            assertThat(page.total()).isEqualTo(5);
            assertThat(page.hasMore()).isEqualTo(page.nextCursor() != null);
            page.assets().stream().map(AssetView::id).forEach(walked::add);
            after = page.nextCursor();
        } while (after != null);
        assertThat(walked).containsExactlyElementsOf(all);
        assertThatThrownBy(() -> queries.list(owner, "limit=500", "sort=name", "order=asc", "offset=1"))
                .isInstanceOfSatisfying(ServiceException.class,
                        e -> assertThat(e.getMessage()).contains("limit must be at most 2 here"));
        assertThat(queries.list(owner, "limit=2", "sort=name", "order=asc", "offset=1").assets()).hasSize(2);
    }

    @Test
    void aFullLastPageHasNoCursor() {
        Owner owner = Rows.somebody();
        IntStream.range(0, 4).forEach(i -> rows.add(owner, "n" + i));
        ListAssetsResponse first = queries.list(owner, "limit=2");
        ListAssetsResponse last = queries.list(owner, "limit=2", "after=" + first.nextCursor());
        assertThat(last.assets()).hasSize(2);
        assertThat(last.hasMore()).isFalse();
        assertThat(last.nextCursor()).isNull();
        assertThat(last.total()).isEqualTo(4);
    }

    @Test
    void aPageBeyondTheEndIsEmptyAndStillKnowsTheTotal() {
        Owner owner = Rows.somebody();
        rows.add(owner, "only");
        for (String offset : List.of("1", "2147483648", "99999999999999999999999")) {
            ListAssetsResponse page = queries.list(owner, "offset=" + offset);
            assertThat(page.assets()).isEmpty();
            assertThat(page.total()).isEqualTo(1);
            assertThat(page.hasMore()).isFalse();
        }
    }

    @Test
    void publicAssetsAreMergedInOrderUnlessUnwanted() {
        Owner owner = Rows.somebody();
        Owner everybody = Owner.everybody(owner.tenant());
        for (int i = 0; i < 9; i++) {
            rows.add(i % 3 == 0 ? everybody : owner, "n" + i);
        }
        rows.add(Owner.user(owner.tenant(), "somebody else"), "foreign");
        assertThat(queries.names(owner, "sort=name", "order=asc")).containsExactly(
                "n0", "n1", "n2", "n3", "n4", "n5", "n6", "n7", "n8");
        assertThat(queries.list(owner, "limit=2").total()).isEqualTo(9);
        assertThat(queries.list(owner, "sort=name").assets().getLast().isImmutable()).isTrue();
        ListAssetsResponse own = queries.list(owner, "include_public=false", "limit=2");
        assertThat(own.total()).isEqualTo(6);
        assertThat(own.assets()).noneMatch(AssetView::isImmutable);
        assertThat(queries.names(owner, "sort=name", "limit=3", "offset=4")).containsExactly("n4", "n3", "n2");
    }

    /** Rows of which several are equal in every column that can be sorted by. */
    private List<Asset> manyWithTies(Owner owner) {
        return IntStream.range(0, 23)
                .mapToObj(i -> rows.add(i % 5 == 0 ? Owner.everybody(owner.tenant()) : owner,
                        "ä".repeat(i % 3) + "name " + i % 4, row -> {
                            row.createdAt = LONG_AGO.plusMillis(i % 6);
                            row.updatedAt = LONG_AGO.plusMillis(i % 5);
                            row.lastAccessTime = LONG_AGO.plusMillis(i % 4);
                            row.size = i % 3;
                        }))
                .toList();
    }

    private static List<UUID> sorted(List<Asset> all, AssetSort sort, String order) {
        Comparator<Asset> byColumn = switch (sort) {
            case NAME -> Comparator.comparing(row -> row.name);
            case CREATED_AT -> Comparator.comparing(row -> row.createdAt);
            case UPDATED_AT -> Comparator.comparing(row -> row.updatedAt);
            case SIZE -> Comparator.comparing(row -> row.size);
            case LAST_ACCESS_TIME -> Comparator.comparing(row -> row.lastAccessTime);
        };
        Comparator<Asset> ascending = byColumn.thenComparing(row -> row.id.toString());
        return all.stream().sorted(order.equals("asc") ? ascending : ascending.reversed()).map(row -> row.id).toList();
    }
}
