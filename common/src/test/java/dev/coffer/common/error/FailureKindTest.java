package dev.coffer.common.error;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureKindTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01", "53300", "40001", "25006", "28P01"})
    void aDatabaseThatIsAwayIsATemporaryFailure(String state) {
        assertThat(FailureKind.of(new IllegalStateException(new SQLException("gone", state))))
                .isEqualTo(FailureKind.PASSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"57014", "55P03"})
    void aStatementThatReachedItsDeadlineIsOverdue(String state) {
        assertThat(FailureKind.of(new IllegalStateException(new SQLException("cancelled", state))))
                .isEqualTo(FailureKind.OVERDUE);
        assertThat(FailureKind.OVERDUE.passes()).isTrue();
    }

    @Test
    void anEmptyPoolIsATemporaryFailure() {
        assertThat(FailureKind.of(new SQLException("Acquisition timeout while waiting for new connection")))
                .isEqualTo(FailureKind.PASSING);
    }

    @Test
    void textThatTheDatabaseCannotHoldIsTheClientsFault() {
        assertThat(FailureKind.of(new SQLException("NUL", "22021"))).isEqualTo(FailureKind.UNSTORABLE_TEXT);
    }

    @Test
    void aBugIsABug() {
        assertThat(FailureKind.of(new NullPointerException())).isEqualTo(FailureKind.UNKNOWN);
        assertThat(FailureKind.of(new RuntimeException(new SQLException("syntax", "42601"))))
                .isEqualTo(FailureKind.UNKNOWN);
    }

    @Test
    void aConnectionThatBrokeIsATemporaryFailure() {
        assertThat(FailureKind.of(new IOException("cut"))).isEqualTo(FailureKind.PASSING);
    }

    @Test
    void aCommitWithoutAnAnswerIsATemporaryFailure() {
        assertThat(FailureKind.of(new RuntimeException(new RollbackException("Could not commit"))))
                .isEqualTo(FailureKind.PASSING);
    }

    @Test
    void aCommitThatADuplicatePreventedIsNot() {
        RollbackException refused = new RollbackException("flush failed");
        refused.initCause(new SQLException("duplicate", "23505"));
        assertThat(FailureKind.of(refused)).isEqualTo(FailureKind.UNKNOWN);
    }
}
