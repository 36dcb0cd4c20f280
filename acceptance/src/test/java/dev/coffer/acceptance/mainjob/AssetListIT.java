package dev.coffer.acceptance.mainjob;

import static dev.coffer.acceptance.content.Payloads.unique;
import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.User.A;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.Assets;
import dev.coffer.acceptance.harness.Client;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The list of assets: filters, sorting, paging. Seven assets named after the days of the week carry a tag of
 * their own; nothing else in the workspace does.
 */
@Order(12)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssetListIT {
    private static final List<String> NAMES = List.of("delta", "Bravo", "100%", "alpha", "a_b", "ax b", "golf");
    private final Assets assets = as(A).assets();
    private final String tag = unique("list");
    private Payload first;

    @BeforeAll
    void sevenAssets() {
        for (int i = 0; i < NAMES.size(); i++) {
            Payload payload = Payloads.binary(1000 + 10L * ((i * 3) % NAMES.size()));
            first = i == 0 ? payload : first;
            String metadata = "{\"index\":" + i + ",\"even\":" + (i % 2 == 0) + ",\"word\":\"w" + i
                    + "\",\"list\":[" + i + ",\"l" + i + "\"],\"deep\":{\"i\":" + i + "},\"a.b\":\"dot\","
                    + "\"maybe\":" + (i == 3 ? "null" : "1") + "}";
            assets.upload(
                    payload,
                    "name", NAMES.get(i),
                    "tags", "[\"" + tag + "\",\"n" + i + "\",\"" + (i < 3 ? "low" : "high") + "\"]",
                    "user_metadata", metadata)
                    .expect(201);
        }
    }

    private JsonPath list(Object... namesAndValues) {
        List<Object> all = new ArrayList<>(List.of("include_tags", tag));
        all.addAll(List.of(namesAndValues));
        return assets.list(all.toArray()).then().statusCode(200).extract().jsonPath();
    }

    private static List<String> names(JsonPath page) {
        return page.getList("assets.name", String.class);
    }

    @Test
    void theNewestComeFirstAndTheTotalIsExact() {
        JsonPath page = list();
        assertThat(names(page)).containsExactlyElementsOf(NAMES.reversed());
        assertThat(page.getInt("total")).isEqualTo(NAMES.size());
        assertThat(page.getBoolean("has_more")).isFalse();
        assertThat(page.getString("next_cursor")).isNull();
        assertThat(page.<Map<String, Object>>getList("assets"))
                .allSatisfy(asset -> assertThat(asset.values()).as("no member is null").doesNotContainNull());
    }

    @ParameterizedTest
    @CsvSource({
        "created_at, asc, delta", "created_at, desc, golf", "size, asc, delta", "size, desc, 100%",
        "last_access_time, asc, delta", "updated_at, desc, golf"
    })
    void sortsByEveryColumn(String sort, String order, String firstName) {
        assertThat(names(list("sort", sort, "order", order)).getFirst()).isEqualTo(firstName);
    }

    @Test
    void ascendingIsDescendingReversed() {
        for (String sort : List.of("name", "created_at", "updated_at", "size", "last_access_time")) {
            List<String> down = new ArrayList<>(names(list("sort", sort, "order", "desc")));
            Collections.reverse(down);
            assertThat(names(list("sort", sort, "order", "asc"))).as(sort).isEqualTo(down);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "include_tags  | TAG,low        | 3",
        "include_tags  | TAG,low,n0     | 1",
        "include_tags  | TAG, low , low | 3",
        "include_tags  | TAG,low,high   | 0",
        "tags_all      | TAG,high       | 4",
        "tags_any      | n1,n2,unknown  | 2"
    })
    void tagsMustBeThere(String parameter, String value, int expected) {
        JsonPath page = assets.list(parameter, value.replace("TAG", tag), "name_contains", "", "limit", 500).jsonPath();
        List<List<String>> mine =
                page.<List<String>>getList("assets.tags").stream().filter(t -> t.contains(tag)).toList();
        assertThat(mine).hasSize(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "exclude_tags | low       | 4", "exclude_tags | n0,n6 | 5", "tags_none | high | 3", "tags_any | n1,n2 | 2",
        "name_contains | A        | 5", "name_contains | %    | 1", "name_contains | _ | 1", "name_contains | zz | 0",
        "job_ids | 00000000-0000-4000-8000-000000000000 | 0"
    })
    void filtersAreCombined(String parameter, String value, int expected) {
        JsonPath page = list(parameter, value);
        assertThat(page.getInt("total")).isEqualTo(expected);
        assertThat(page.getList("assets")).hasSize(expected);
    }

    @Test
    void tagsMayBeRepeatedInsteadOfListed() {
        assets.list("include_tags", tag, "include_tags", "low").then().statusCode(200).body("total", is(3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"index\":3} | 1", "{\"index\":3.0} | 1", "{\"index\":\"3\"} | 0", "{\"even\":true} | 4",
        "{\"even\":\"true\"} | 0", "{\"word\":\"w2\"} | 1", "{\"word\":\"W2\"} | 0", "{\"list\":\"l4\"} | 1",
        "{\"list\":4} | 1", "{\"index\":[1,2,99]} | 2", "{\"index\":[]} | 7", "{\"deep\":{\"i\":5}} | 1",
        "{\"deep\":{}} | 0", "{\"maybe\":null} | 1", "{\"absent\":null} | 7", "{\"a.b\":\"dot\"} | 7",
        "{\"even\":true,\"index\":2} | 1", "{\"even\":[true,null]} | 4", "{} | 7", "'' | 7"
    })
    void metadataAreComparedStrictly(String filter, int expected) {
        assertThat(list("metadata_filter", filter).getInt("total")).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hash", "asset_hash"})
    void contentIsFoundByItsHash(String parameter) {
        assertThat(names(list(parameter, first.blake3()))).containsExactly(NAMES.getFirst());
        assets.list(parameter, "blake3:" + "0".repeat(64)).then().statusCode(200).body("assets", empty());
        assets.list(parameter, "no hash at all").then().statusCode(200).body("total", is(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "created_at", "updated_at", "size", "last_access_time"})
    void offsetsWalkThroughEverythingOnce(String sort) {
        List<String> walked = new ArrayList<>();
        for (int offset = 0; offset < NAMES.size() + 3; offset += 3) {
            JsonPath page = list("sort", sort, "limit", 3, "offset", offset);
            assertThat(page.getInt("total")).isEqualTo(NAMES.size());
            walked.addAll(names(page));
            assertThat(page.getBoolean("has_more")).isEqualTo(walked.size() < NAMES.size());
        }
        assertThat(walked).isEqualTo(names(list("sort", sort)));
    }

    @ParameterizedTest
    @CsvSource({
        "name,asc", "name,desc", "created_at,asc", "created_at,desc", "updated_at,asc", "size,asc", "size,desc"
    })
    void cursorsWalkThroughEverythingOnce(String sort, String order) {
        List<String> walked = new ArrayList<>();
        JsonPath page = list("sort", sort, "order", order, "limit", 3);
        walked.addAll(names(page));
        while (page.getString("next_cursor") != null) {
            assertThat(page.getBoolean("has_more")).isTrue();
            page = list("sort", sort, "order", order, "limit", 3, "after", page.getString("next_cursor"));
            walked.addAll(names(page));
        }
        assertThat(page.getBoolean("has_more")).isFalse();
        assertThat(walked).isEqualTo(names(list("sort", sort, "order", order)));
    }

    @Test
    void aFullLastPageHasNoCursor() {
        assertThat(list("limit", NAMES.size()).getString("next_cursor")).isNull();
    }

    @Test
    void withoutPublicAssetsOwnOnesAreStillThere() {
        assertThat(list("include_public", "false").getInt("total")).isEqualTo(NAMES.size());
    }

    @Test
    void unknownParametersAreIgnored() {
        assertThat(list("nonsense", Client.encode("ä&b")).getInt("total")).isEqualTo(NAMES.size());
    }

    @Test
    void anApiKeySeesTheSameList() {
        as(A).byKey().assets().list("include_tags", tag).then().statusCode(200).body("total", is(NAMES.size()));
    }
}
