package dev.coffer.common.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryEncodingFilterTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "", "a", "a=", "=b", "&&", "dir=a%20b+c", "name=%C3%A9%F0%9F%98%80", "name=%EF%BF%BD", "a=%00&b=%25ff",
        "%C3%A9=x"
    })
    void whatIsUtf8Passes(String query) {
        assertThatCode(() -> QueryEncodingFilter.check(query)).doesNotThrowAnyException();
    }

    /** Bytes that never come up, cut short, too long a form, half of a pair. */
    @ParameterizedTest
    @CsvSource({
        "dir=%ff, dir", "a=1&dir=%C3, dir", "dir=%E2%82, dir", "dir=%c0%80&a=1, dir", "dir=%ed%a0%80, dir",
        "%64ir=%E9t, dir",
        "%ff=1, The name of a parameter"
    })
    void whatIsNotIsRefusedByName(String query, String name) {
        assertThatThrownBy(() -> QueryEncodingFilter.check(query)).isInstanceOfSatisfying(ServiceException.class,
                e -> assertThat(e)
                        .returns(ErrorCode.INVALID_QUERY, ServiceException::code)
                        .returns(Map.of("parameter", name), ServiceException::details));
    }
}
