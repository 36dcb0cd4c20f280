package dev.coffer.files.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {
    @Test
    void oneRowMoreThanFitsMeansThatThereIsMore() {
        assertThat(Page.of(List.of(1, 2, 3), 2, row -> "behind " + row))
                .isEqualTo(new Page<>(List.of(1, 2), "behind 2"));
    }

    @Test
    void theLastPageHasNoCursor() {
        assertThat(Page.of(List.of(1, 2), 2, row -> "behind " + row)).isEqualTo(new Page<>(List.of(1, 2), null));
        assertThat(Page.of(List.of(), 2, row -> "behind " + row)).isEqualTo(new Page<>(List.of(), null));
    }
}
