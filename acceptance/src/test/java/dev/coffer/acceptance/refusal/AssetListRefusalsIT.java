package dev.coffer.acceptance.refusal;

import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.Refusal.assertComfy;
import static dev.coffer.acceptance.harness.User.A;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.Assets;
import dev.coffer.acceptance.harness.RawHttp;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid queries of the list of assets. */
@Order(23)
class AssetListRefusalsIT {
    private final Assets assets = as(A).assets();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "limit | 0", "limit | 501", "limit | -1", "limit | abc", "limit | 1.5", "limit | 99999999999999999999",
        "limit | 0x10", "offset | -1", "offset | abc", "sort | unknown",
        "sort | NAME", "sort | name;drop", "order | ASC", "order | up", "metadata_filter | []",
        "metadata_filter | null",
        "metadata_filter | 5", "metadata_filter | garbage", "metadata_filter | {", "metadata_filter | {\"a\":1} x",
        "metadata_filter | \"text\"", "include_public | maybe"
    })
    void aWrongValueIsRefused(String parameter, String value) {
        assertComfy(assets.list(parameter, value), 400, "INVALID_QUERY");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "limit | 1", "limit | 500", "offset | 2147483647", "offset | 100000000000", "offset | 99999999999999999999999",
        "sort | last_access_time",
        "order | asc", "include_public | false", "include_tags | ''", "include_tags | ,, ,", "name_contains | ''",
        "metadata_filter | {}", "after | ''", "limit | ''"
    })
    void aValueAtTheEdgeIsFine(String parameter, String value) {
        assertThat(assets.list(parameter, value).statusCode()).as(parameter + "=" + value)
                .isIn(parameter.equals("limit") && value.isEmpty() ? 400 : 200, 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "garbage", "e30", "%00", "bnVsbA", "eyJzIjoibmFtZSJ9",
        "eyJzIjoiY3JlYXRlZF9hdCIsInYiOjk5OTk5OTk5OTk5OTk5OTk5OTk5OTl9",
        "a.b", "LONG"
    })
    void aCursorThatWasNotGivenOutIsRefused(String cursor) {
        assertComfy(assets.list("after", cursor.replace("LONG", "x".repeat(9000))), 400, "INVALID_CURSOR");
    }

    @Test
    void aCursorBelongsToItsSorting() {
        assets.create(Payloads.png(), "input");
        assets.create(Payloads.png(), "input");
        String cursor = assets.list("limit", 1, "sort", "name").path("next_cursor");
        assertComfy(assets.list("limit", 1, "sort", "size", "after", cursor), 400, "INVALID_CURSOR");
        assertComfy(assets.list("limit", 1, "sort", "name", "order", "asc", "after", cursor), 400, "INVALID_CURSOR");
        assertThat(assets.list("sort", "last_access_time", "after", cursor).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"include_tags", "exclude_tags", "tags_all", "tags_any", "tags_none"})
    void atMostAHundredTagsAreCompared(String parameter) {
        assets.list(parameter, tags(100)).then().statusCode(200);
        var refused = assets.list(parameter, tags(101));
        assertComfy(refused, 400, "INVALID_TAG_FILTER");
        refused.then().body("details.parameter", is(parameter)).body("details.count", is(101)).body("details.max",
                is(100));
    }

    @Test
    void oldAndNewNamesOfOneFilterExcludeEachOther() {
        assertComfy(assets.list("tags_all", "a", "include_tags", "b"), 400, "INVALID_TAG_FILTER");
        assertComfy(assets.list("tags_none", "a", "exclude_tags", "b"), 400, "INVALID_TAG_FILTER");
        assets.list("tags_all", "a", "include_tags", "").then().statusCode(200);
    }

    @Test
    void newNamesMayNotContradictThemselvesAndOldOnesMay() {
        var refused = assets.list("tags_all", "a,b,c", "tags_none", "c,b");
        assertComfy(refused, 400, "INVALID_TAG_FILTER");
        refused.then().body("details.conflicting_tags", contains("b", "c"));
        assets.list("include_tags", "a", "exclude_tags", "a").then().statusCode(200).body("total", is(0));
        assets.list("tags_any", "a", "tags_none", "a").then().statusCode(200).body("total", is(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "name_contains=%00", "include_tags=a%00", "metadata_filter=%7B%22%5Cu0000%22:1%7D", "name_contains=%ff%fe",
        "name_contains=%", "include_tags=%zz", "metadata_filter=%7B%22a%22:%22%5Cud800%22%7D", "hash=%00", "sort=%00",
        "metadata_filter=%7B%22a%22:1e999999999%7D", "metadata_filter=%7B%22a%22:1e99999999999%7D", "name_contains=%5C",
        "limit=5&limit=7", "&&==&", "include_tags",
        "job_ids=abc", "job_ids=%00", "hash=blake3:XYZ"
    })
    void noTextIsTooStrange(String query) {
        assertThat(RawHttp.send("GET", "/api/assets?" + query, as(A).headers()).status()).as(query).isIn(200, 400);
    }

    @Test
    void aBrowserNeedNotEncodeBraces() {
        String query = "/api/assets?metadata_filter={%22a%22:%22" + Payloads.unique("x") + "%22}";
        var answer = RawHttp.send("GET", query, as(A).headers()).expect(200);
        assertThat(answer.json().getInt("total")).isZero();
    }

    @Test
    void aFilterOfAnyDepthIsAnsweredOrRefused() {
        String deep = "{\"a\":" + "[".repeat(2000) + "]".repeat(2000) + "}";
        assertThat(assets.list("metadata_filter", deep).statusCode()).isIn(200, 400);
    }

    private static String tags(int count) {
        return IntStream.range(0, count).mapToObj(i -> "t" + i).collect(Collectors.joining(","));
    }
}
