package dev.coffer.asset.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.asset.RealDatabase;
import dev.coffer.asset.Rows;
import dev.coffer.common.identity.Owner;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A list costs what is on its page, for any number of assets: blocks are counted, not time. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class ListCostIT {
    private static final int SMALL = 1_000;
    private static final int BIG = 100_000;
    private static final double MOST = 1.5;
    private static final Owner FEW = Rows.somebody();
    private static final Owner MANY = Rows.somebody();
    private static boolean made;

    @Inject
    Crowd crowd;

    @Inject
    Explained explained;

    @Inject
    Queries queries;

    static Stream<String> filters() {
        return Stream.of("limit=20", "include_public=false", "include_tags=input", "include_tags=tenth",
                "include_tags=few",
                "tags_all=tenth", "exclude_tags=tenth", "tags_none=few", "tags_any=input,few", "tags_any=few",
                "name_contains=HOLIDAY",
                "name_contains=png", "name_contains=i", "metadata_filter={\"trip\":7}",
                "metadata_filter={\"kind\":\"image\"}",
                "hash=blake3:17", "asset_hash=nothing", "job_ids=" + Crowd.JOB);
    }

    static Stream<String> orders() {
        return Stream.of(AssetSort.values())
                .flatMap(sort -> Stream.of("asc", "desc").map(order -> "sort=" + sort.column() + " order=" + order));
    }

    @BeforeEach
    void anOwnerOfFewAndAnOwnerOfMany() throws SQLException {
        if (!made) {
            crowd.make(FEW, SMALL);
            crowd.make(MANY, BIG);
            crowd.settle();
            made = true;
        }
    }

    @ParameterizedTest
    @MethodSource({"filters", "orders"})
    void theFirstPageCostsTheSame(String query) {
        String[] asked = query.split(" ");
        assertSame(explained.page(FEW, asked), explained.page(MANY, asked), query);
    }

    @ParameterizedTest
    @MethodSource({"filters", "orders"})
    void aPageDeepInsideOfManyCostsAsMuchAsTheFirstOneOfFew(String query) {
        if (!query.contains("last_access_time")) {
            assertSame(explained.page(FEW, query.split(" ")), explained.page(MANY, deep(MANY, query)), query);
        }
    }

    @ParameterizedTest
    @MethodSource("filters")
    void aPageWithItsTotalCostsTheSameUnlessManyHaveToBeCounted(String query) {
        if (!query.matches("name_contains=(png|i)|metadata_filter=.*image.*")) {
            assertSame(
                    explained.page(FEW, query) + explained.total(FEW, query),
                    explained.page(MANY, query) + explained.total(MANY, query),
                    query);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=20", "include_public=false", "include_tags=input", "exclude_tags=tenth",
        "tags_any=tenth"})
    void aTotalOfAllOrOfOneTagCostsNothing(String query) {
        assertThat(explained.total(MANY, query)).isZero();
    }

    @Test
    void anOffsetPassesKeysAndNotRows() {
        assertThat(explained.page(MANY, "offset=90000")).isLessThan(BIG / 33);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "limit=20                          | 100000", "include_tags=tenth           | 10000",
        "exclude_tags=tenth       | 90000",
        "tags_any=tenth,few                | 10027", "tags_all=tenth,few           | 3",
        "name_contains=holiday    | 30",
        "name_contains=png                 | 100000", "metadata_filter={\"trip\":7} | 30",
        "job_ids=" + Crowd.JOB + " | 30"
    })
    void totalsOfManyAreExact(String query, long total) {
        assertThat(queries.list(MANY, query).total()).isEqualTo(total);
    }

    /** The page behind the middle of what fits. */
    private String[] deep(Owner owner, String query) {
        String[] asked = query.split(" ");
        long half = queries.list(owner, with(asked, "limit=1")).total() / 2;
        String cursor = queries.list(owner, with(asked, "limit=1", "offset=" + Math.max(0, half - 1))).nextCursor();
        return with(asked, cursor == null ? "offset=0" : "after=" + cursor);
    }

    private static String[] with(String[] query, String... more) {
        return Stream.concat(Stream.of(more), Stream.of(query)).toArray(String[]::new);
    }

    private static void assertSame(long few, long many, String query) {
        assertThat((double) many).as("blocks for '%s', %d with few assets", query, few).isLessThanOrEqualTo(MOST * few);
    }
}
