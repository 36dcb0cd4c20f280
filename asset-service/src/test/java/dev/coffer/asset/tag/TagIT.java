package dev.coffer.asset.tag;

import static dev.coffer.asset.tag.TagQueryTest.query;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.asset.Asset;
import dev.coffer.asset.RealDatabase;
import dev.coffer.asset.Rows;
import dev.coffer.asset.filter.AssetFilterReader;
import dev.coffer.asset.filter.QueryTexts;
import dev.coffer.asset.tag.RefineResource.RefineParameters;
import dev.coffer.common.identity.Owner;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class TagIT {
    @Inject
    Rows rows;

    @Inject
    TagService tags;

    @Inject
    AssetFilterReader filters;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "                              | input 3,red 2,Red 1,a_b 1,axb 1",
        "order=name_asc                | Red 1,a_b 1,axb 1,input 3,red 2",
        "limit=2                       | input 3,red 2",
        "limit=2 offset=2              | Red 1,a_b 1",
        "limit=2 offset=4              | axb 1",
        "limit=2 offset=5              | ''",
        "offset=99999999999999999999   | ''",
        "prefix=r                      | red 2",
        "prefix=R                      | Red 1",
        "prefix=a_                     | a_b 1",
        "prefix=%                      | ''"
    })
    void tagsAreListed(String query, String expected) {
        Owner owner = Rows.somebody();
        rows.add(owner, "one", "input", "red", "Red");
        rows.add(owner, "two", "input", "red", "a_b");
        rows.add(owner, "three", "input", "axb");
        assertThat(list(owner, query == null ? new String[0] : query.split(" "))).isEqualTo(expected);
    }

    @Test
    void theTotalIsExactWhereverThePageIs() {
        Owner owner = Rows.somebody();
        rows.add(owner, "it", "a1", "a2", "a3", "b");
        for (String offset : new String[] {"0", "1", "2", "3", "4", "1000000"}) {
            ListTagsResponse page = tags.list(owner, query("limit=2", "offset=" + offset));
            assertThat(page.total()).isEqualTo(4);
            assertThat(page.hasMore()).isEqualTo(Integer.parseInt(offset) < 2);
        }
        assertThat(tags.list(owner, query("limit=1", "prefix=a")).total()).isEqualTo(3);
    }

    @Test
    void tagsOfPublicAssetsAreCountedUnlessUnwanted() {
        Owner owner = Rows.somebody();
        rows.add(owner, "mine", "red");
        rows.add(Owner.everybody(owner.tenant()), "shared", "red", "blue");
        rows.add(Owner.user(owner.tenant(), "other"), "foreign", "red", "green");
        assertThat(list(owner)).isEqualTo("red 2,blue 1");
        assertThat(list(owner, "include_public=false")).isEqualTo("red 1");
        assertThat(refine(owner)).isEqualTo("{red=2, blue=1}");
        assertThat(refine(owner, "include_public=false")).isEqualTo("{red=1}");
        assertThat(refine(owner, "tags_any=red")).isEqualTo("{red=2, blue=1}");
    }

    @Test
    void unusedTagsAreShownToThoseWhoUsedThem() {
        Owner owner = Rows.somebody();
        Owner everybody = Owner.everybody(owner.tenant());
        Asset mine = rows.add(owner, "mine", "old");
        Asset shared = rows.add(everybody, "shared", "unpublished");
        rows.add(owner, "other", "new");
        rows.ask("delete from asset where tenant = ? and id in (?, ?) returning id", owner.tenant(), mine.id,
                shared.id);
        assertThat(list(owner)).isEqualTo("new 1");
        assertThat(list(owner, "include_zero=true")).isEqualTo("new 1,old 0");
        assertThat(list(Owner.user(owner.tenant(), "other"), "include_zero=true")).isEmpty();
        assertThat(list(everybody, "include_zero=true")).isEqualTo("unpublished 0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "                                  | {input=3, blue=2, red=2, missing=1}",
        "limit=2                           | {input=3, blue=2}",
        "include_tags=red                  | {input=2, red=2, blue=1}",
        "tags_all=red limit=1              | {input=2}",
        "tags_any=red,blue tags_none=missing | {input=2, red=2, blue=1}",
        "exclude_tags=red                  | {blue=1, input=1, missing=1}",
        "name_contains=TW                  | {blue=1, input=1, red=1}",
        "metadata_filter={\"k\":1}         | {input=1, red=1}",
        "include_tags=nothing              | {}"
    })
    void tagsOfMatchingAssetsAreCounted(String query, String expected) {
        Owner owner = Rows.somebody();
        rows.add(owner, "one", row -> {
            row.tags = List.of("input", "red");
            row.userMetadata = "{\"k\":1}";
        });
        rows.add(owner, "two", "input", "red", "blue");
        rows.add(owner, "three", "input", "blue", "missing");
        assertThat(refine(owner, query == null ? new String[0] : query.split(" "))).isEqualTo(expected);
    }

    @Test
    void whatHasExpiredIsNotCounted() {
        Owner owner = Rows.somebody();
        Asset gone = rows.add(owner, "gone", "input", "old");
        rows.add(owner, "here", "input");
        rows.ask("update asset set expires_at = now() where id = ? returning name", gone.id);
        assertThat(list(owner)).isEqualTo("input 1");
        assertThat(refine(owner)).isEqualTo("{input=1}");
        assertThat(refine(owner, "include_tags=input")).isEqualTo("{input=1}");
        assertThat(tags.list(owner, query("limit=1", "offset=1")).total()).isEqualTo(1);
    }

    private String list(Owner owner, String... query) {
        return String.join(",",
                tags.list(owner, query(query)).tags().stream().map(tag -> tag.name() + " " + tag.count()).toList());
    }

    private String refine(Owner owner, String... query) {
        Map<String, Long> counts = tags.refine(
                owner,
                filters.read(QueryTexts.filters(new RefineParameters(), query)),
                TagQuery.limit(QueryTexts.value("limit", query))).tagCounts();
        return counts.toString();
    }
}
