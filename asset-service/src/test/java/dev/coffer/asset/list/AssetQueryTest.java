package dev.coffer.asset.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.asset.ClientJson;
import dev.coffer.asset.error.AssetErrorCode;
import dev.coffer.asset.filter.AssetFilterReader;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetQueryTest {
    private final AssetQueryReader reader =
            new AssetQueryReader(new AssetFilterReader(ClientJson.READER, ClientJson.MAPPER), null);

    @Test
    void theDefaultsAreThoseOfTheContract() {
        AssetQuery query = reader.read(Queries.parameters());
        assertThat(query.page().limit()).isEqualTo(20);
        assertThat(query.page().offset()).isZero();
        assertThat(query.page().sort()).isEqualTo(AssetSort.CREATED_AT);
        assertThat(query.page().descending()).isTrue();
        assertThat(query.filter().includePublic()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "limit=0", "limit=501", "limit=-1", "limit=x", "limit=1.0", "limit=99999999999999999999", "limit=+5",
        "offset=-1", "offset=x", "sort=Name", "sort=id", "order=ASC", "order=up",
        "include_public=maybe", "job_ids=x", "name_contains=\0", "hash=\0", "metadata_filter=[]",
        "metadata_filter=null", "metadata_filter=5", "metadata_filter={", "metadata_filter={} x",
        "metadata_filter={\"a\\u0000\":1}", "metadata_filter={\"a\":\"\\ud800\"}", "metadata_filter={\"a\":1e999999}"
    })
    void whatIsWrongIsNamed(String query) {
        assertThatThrownBy(() -> reader.read(Queries.parameters(query)))
                .isInstanceOfSatisfying(ServiceException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_QUERY);
                    assertThat(refusal.details()).containsEntry("parameter", query.substring(0, query.indexOf('=')));
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=", "offset=", "sort=", "order=", "limit=500", "limit=1", "limit=007",
        "offset=3000000000", "include_public=", "include_public=True",
        "include_public=0", "metadata_filter=", "metadata_filter={}", "after=", "name_contains=", "job_ids=,",
        "hash=a b"})
    void whatIsOddButMeaningfulPasses(String query) {
        assertThat(reader.read(Queries.parameters(query))).isNotNull();
    }

    @Test
    void aHundredTagsAreEnough() {
        String hundred = IntStream.range(0, 100).mapToObj(i -> "t" + i).collect(Collectors.joining(","));
        assertThat(reader.read(Queries.parameters("include_tags=" + hundred, "include_tags=t1")).filter().tags().all())
                .hasSize(100);
        assertThat(refused("include_tags=" + hundred, "include_tags=u"))
                .isEqualTo(Map.of("parameter", "include_tags", "count", 101, "max", 100));
    }

    @Test
    void theTwoSpellingsAreNotMixed() {
        assertThat(refused("tags_all=a", "include_tags=b")).containsEntry("parameters",
                List.of("tags_all", "include_tags"));
        assertThat(refused("tags_none=a", "exclude_tags=b")).containsEntry("parameters",
                List.of("tags_none", "exclude_tags"));
        assertThat(reader.read(Queries.parameters("tags_all=", "include_tags=b")).filter().tags().all())
                .containsExactly("b");
    }

    @Test
    void newNamesRefuseContradictionsAndOldOnesDoNot() {
        assertThat(refused("tags_all=c,b,a", "tags_none=a,b").get("conflicting_tags")).hasToString("[a, b]");
        assertThat(refused("include_tags=a", "exclude_tags=a", "tags_any=x")).containsKey("conflicting_tags");
        assertThat(refused("include_tags=a", "tags_none=a")).containsEntry("parameters",
                List.of("include_tags", "tags_none"));
        assertThat(reader.read(Queries.parameters("include_tags=a", "exclude_tags=a"))).isNotNull();
        assertThat(reader.read(Queries.parameters("tags_any=a", "tags_none=a"))).isNotNull();
    }

    private Map<String, Object> refused(String... query) {
        try {
            reader.read(Queries.parameters(query));
        } catch (ServiceException e) {
            assertThat(e.code()).isEqualTo(AssetErrorCode.INVALID_TAG_FILTER);
            return e.details();
        }
        throw new AssertionError("accepted");
    }

    @Test
    void aLongKeyIsNotRepeatedForHundredsOfValues() {
        String values = IntStream.range(0, 400).mapToObj(Integer::toString).collect(Collectors.joining(","));
        assertThat(reader.read(Queries.parameters("metadata_filter={\"k\":[" + values + "]}"))).isNotNull();
        assertThatThrownBy(() -> reader.read(
                Queries.parameters("metadata_filter={\"" + "k".repeat(1000) + "\":[" + values + "]}")))
                .isInstanceOfSatisfying(ServiceException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_QUERY));
    }
}
