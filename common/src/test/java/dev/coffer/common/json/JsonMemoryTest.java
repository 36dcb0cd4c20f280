package dev.coffer.common.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import org.junit.jupiter.api.Test;

/** What answers take of the heap. */
class JsonMemoryTest {
    private static final long ORDINARY = 512 << 10;

    private final Json json = new Json("coffer.json.heap-share", "0.01", "coffer.json.wait-timeout", "1ms");
    private final JsonMemory memory = new JsonMemory(json.held, () -> true);

    @Test
    void onlyWhatIsMoreThanOrdinaryIsCounted() {
        for (int i = 0; i < 512; i++) {
            memory.answer(1024);
        }
        assertThat(json.budget.used()).isZero();
        memory.answer(1000);
        memory.answer(1000);
        assertThat(json.budget.used()).isEqualTo(2000);
        json.held.release();
        assertThat(json.budget.used()).isZero();
    }

    @Test
    void anAnswerGrowsNoFurtherThanTheShareOfItsTenant() {
        long most = json.budget.most();
        memory.answer(ORDINARY + most);
        assertThatThrownBy(() -> memory.answer(1)).isInstanceOfSatisfying(ServiceException.class,
                e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS));
        assertThat(json.budget.used()).isEqualTo(most);
    }

    @Test
    void whatAServiceDoesByItselfIsNotCounted() {
        JsonMemory.uncounted().answer(Long.MAX_VALUE);
        JsonMemory.uncounted().take(Long.MAX_VALUE);
        assertThat(json.budget.used()).isZero();
    }
}
