package dev.coffer.asset.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.asset.filter.QueryTexts;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagQueryTest {

    static TagQuery query(String... query) {
        TagListParameters asked = new TagListParameters();
        asked.prefix = QueryTexts.value("prefix", query);
        asked.limit = QueryTexts.value("limit", query);
        asked.offset = QueryTexts.value("offset", query);
        asked.order = QueryTexts.value("order", query);
        asked.includeZero = QueryTexts.value("include_zero", query);
        asked.includePublic = QueryTexts.value("include_public", query);
        return TagQuery.of(asked);
    }

    @Test
    void theDefaultsAreThoseOfTheContract() {
        assertThat(query()).isEqualTo(new TagQuery("", false, true, true, 100, 0));
        assertThat(query("limit=", "offset=", "order=", "include_zero=", "include_public=")).isEqualTo(query());
    }

    @Test
    void everyParameterCounts() {
        assertThat(query("prefix= model_type: ", "limit=1000", "offset=7", "order=name_asc", "include_zero=true",
                "include_public=false"))
                .isEqualTo(new TagQuery("model_type:", true, false, false, 1000, 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=1001", "limit=x", "limit=-1", "offset=-1", "offset=1.5",
        "order=COUNT_DESC", "order=size",
        "include_zero=maybe", "include_public=2", "prefix=", "prefix=  ", "prefix=a\0", "prefix=\ud800"})
    void whatIsWrongIsNamed(String parameter) {
        refused(parameter);
    }

    @Test
    void aPrefixHasAtMost256Characters() {
        assertThat(query("prefix=" + "p".repeat(256)).prefix()).hasSize(256);
        refused("prefix=" + "p".repeat(257));
    }

    private static void refused(String parameter) {
        assertThatThrownBy(() -> query(parameter)).isInstanceOfSatisfying(ServiceException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_QUERY);
            assertThat(refusal.details()).containsEntry("parameter", parameter.substring(0, parameter.indexOf('=')));
        });
    }
}
