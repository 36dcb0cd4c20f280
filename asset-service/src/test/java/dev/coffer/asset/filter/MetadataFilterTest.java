package dev.coffer.asset.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.asset.ClientJson;
import dev.coffer.common.database.SqlText;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A filter stands in each scan of a query: its text must be short, and the same for many filters. */
class MetadataFilterTest {
    @Test
    void scalarsAddNothingToTheStatement() {
        assertThat(sql("{\"a\":1}")).isEqualTo(sql("{\"a\":" + values(0, 400) + ",\"b\":\"x\",\"c\":[true,false]}"));
        String many = IntStream.range(0, 500).mapToObj(i -> "\"k" + i + "\":" + i).collect(Collectors.joining(","));
        assertThat(sql("{" + many + "}")).isEqualTo(sql("{\"a\":1}"));
    }

    @Test
    void whatAddsToItIsLimited() {
        assertThat(sql("{\"a\":" + values(20, 480) + "}")).hasSizeLessThan(8_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {21, 500})
    void moreOfItIsRefused(int nested) {
        assertThatThrownBy(() -> filter("{\"a\":" + values(nested, 0) + "}"))
                .isInstanceOfSatisfying(ServiceException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_QUERY))
                .hasMessageContaining("metadata_filter").hasMessageContaining("20");
    }

    @Test
    void soAreNullsOfManyKeys() {
        String nulls = IntStream.range(0, 21).mapToObj(i -> "\"k" + i + "\":null").collect(Collectors.joining(","));
        assertThatThrownBy(() -> filter("{" + nulls + "}")).isInstanceOf(ServiceException.class);
    }

    private static String values(int nested, int scalars) {
        return IntStream.range(0, nested + scalars).mapToObj(i -> i < nested ? "[]" : "" + i)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String sql(String filter) {
        SqlText sql = new SqlText();
        filter(filter).addTo(sql);
        return sql.text();
    }

    private static MetadataFilter filter(String text) {
        return MetadataFilter.of(text, ClientJson.READER, new ObjectMapper());
    }
}
