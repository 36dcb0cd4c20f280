package dev.coffer.common.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0,0,0", "bytes=0-,0,99", "bytes=10-19,10,19", "bytes=90-1000,90,99", "bytes=-1,99,99",
        "bytes=-1000,0,99", "bytes = 5 - 6 ,5,6", "bytes=99-,99,99", "bytes=0-999999999999999999,0,99",
        "bytes=0-99999999999999999999,0,99", "bytes=-99999999999999999999,0,99", "Bytes=0-1,0,1"
    })
    void aRangeIsCutToTheContent(String header, long first, long last) {
        assertThat(ByteRange.parse(header, 100)).isEqualTo(new ByteRange.Part(new ByteRange(first, last)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0", "bytes=99999999999999999999-"})
    void aRangeOutsideOfTheContentIsNotSatisfiable(String header) {
        assertThat(ByteRange.parse(header, 100)).isEqualTo(new ByteRange.Unsatisfiable());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "bytes=", "bytes=-", "bytes=5-4", "bytes=1-2,5-6", "lines=1-2", "bytes=a-b", "bytes=0-1-2",
                "bytes=+1-2", "bytes=1 2-3", "bytes", "-", "=-", "bytes=\u0661-"})
    void whatIsNoSingleRangeMeansTheWhole(String header) {
        assertThat(ByteRange.parse(header, 100)).isEqualTo(new ByteRange.Whole());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-", "bytes=0-0", "bytes=-0"})
    void anEmptyContentHasNoRange(String header) {
        assertThat(ByteRange.parse(header, 0)).isEqualTo(new ByteRange.Unsatisfiable());
    }

    @Test
    void theEndOfAnEmptyContentIsAllOfIt() {
        assertThat(ByteRange.parse("bytes=-5", 0)).isEqualTo(new ByteRange.Whole());
    }

    @Test
    void aLongHeaderMeansNothing() {
        String blanks = " ".repeat(100);
        assertThat(ByteRange.parse("bytes=0-" + blanks + "1", 100)).isEqualTo(new ByteRange.Part(new ByteRange(0, 1)));
        assertThat(ByteRange.parse("bytes=0-" + blanks + blanks + "1", 100)).isEqualTo(new ByteRange.Whole());
    }
}
