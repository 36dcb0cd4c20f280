package dev.coffer.common.error;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TroubleTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01", "53300", "40001", "25006"})
    void aDatabaseThatIsAwayIsPassingTrouble(String state) {
        assertThat(Trouble.of(new IllegalStateException(new SQLException("gone", state)))).isEqualTo(Trouble.PASSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"57014", "55P03"})
    void aStatementThatReachedItsDeadlineIsOverdue(String state) {
        assertThat(Trouble.of(new IllegalStateException(new SQLException("cancelled", state)))).isEqualTo(Trouble.OVERDUE);
        assertThat(Trouble.OVERDUE.passes()).isTrue();
    }

    @Test
    void aPoolThatIsEmptyIsPassingTrouble() {
        assertThat(Trouble.of(new SQLException("Acquisition timeout while waiting for new connection")))
                .isEqualTo(Trouble.PASSING);
    }

    @Test
    void textThatTheDatabaseCannotHoldIsTheClientsFault() {
        assertThat(Trouble.of(new SQLException("NUL", "22021"))).isEqualTo(Trouble.UNSTORABLE_TEXT);
    }

    @Test
    void aBugIsABug() {
        assertThat(Trouble.of(new NullPointerException())).isEqualTo(Trouble.UNKNOWN);
        assertThat(Trouble.of(new RuntimeException(new SQLException("syntax", "42601")))).isEqualTo(Trouble.UNKNOWN);
    }

    @Test
    void aConnectionThatBrokeIsPassingTrouble() {
        assertThat(Trouble.of(new IOException("cut"))).isEqualTo(Trouble.PASSING);
    }

    @Test
    void aCommitWithoutAnAnswerIsPassingTrouble() {
        assertThat(Trouble.of(new RuntimeException(new RollbackException("Could not commit")))).isEqualTo(Trouble.PASSING);
    }

    @Test
    void aCommitThatADuplicatePreventedIsNot() {
        RollbackException refused = new RollbackException("flush failed");
        refused.initCause(new SQLException("duplicate", "23505"));
        assertThat(Trouble.of(refused)).isEqualTo(Trouble.UNKNOWN);
    }
}
