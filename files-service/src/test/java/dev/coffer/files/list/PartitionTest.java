package dev.coffer.files.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.files.field.FileIds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionTest {

    @Test
    void noPartitionIsEverything() {
        assertThat(Partition.parse(null)).isEqualTo(new Partition(1, FileIds.MAX));
        assertThat(Partition.parse("1/1")).isEqualTo(new Partition(1, FileIds.MAX));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 10})
    void slicesAreEqualAndLieSideBySide(int n) {
        long next = 1;
        for (int m = 1; m <= n; m++) {
            Partition slice = Partition.parse(m + "/" + n);
            assertThat(slice.first()).isEqualTo(next);
            assertThat(slice.last() - slice.first()).isBetween(FileIds.MAX / n - 2, FileIds.MAX / n + 1);
            next = slice.last() + 1;
        }
        assertThat(next).isEqualTo(FileIds.MAX + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "0/1", "2/1", "1/11", "11/11", "01/2", "1/2/3", "-1/2", "a/b", "1 / 2", "1/2 "})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> Partition.parse(text)).hasMessage("partition must be m/n with 1 <= m <= n <= 10");
    }
}
