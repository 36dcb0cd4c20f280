package dev.coffer.common.error;

import jakarta.transaction.RollbackException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;

/** What an exception that was not caught means to the client. */
public enum FailureKind {
    /** Temporary: the same attempt may succeed soon. */
    PASSING,
    /** The database took too long, or waited too long for a lock. */
    OVERDUE,
    /** The client did not send its whole body. */
    CUT_BODY,
    /** The client stopped sending its body, but is still there. */
    SILENT_BODY,
    /** A text that PostgreSQL cannot hold. */
    UNSTORABLE_TEXT,
    UNKNOWN;

    /**
     * Connection lost, too many connections, shutting down, cannot connect now, read-only, time-outs; not let in, as
     * while the password is being changed.
     */
    private static final Set<String> PASSING_STATES = Set.of("53", "57", "08", "40", "25", "28");

    /** Cancelled by a deadline; a lock that was not available. */
    private static final Set<String> OVERDUE_STATES = Set.of("57014", "55P03");

    private static final Set<String> TEXT_STATES = Set.of("22021", "22P05");

    /** Looks through the causes. */
    public static FailureKind of(Throwable e) {
        boolean passing = false;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof TruncatedBodyException cut) {
                return cut.isSilent() ? SILENT_BODY : CUT_BODY;
            }
            if (cause instanceof SQLException sql) {
                return ofState(sql);
            }
            // A commit that failed, but not for a statement: whether it took effect is unknown.
            passing |= cause instanceof IOException || cause instanceof RollbackException;
        }
        return passing ? PASSING : UNKNOWN;
    }

    /** Whether the same attempt may succeed later. */
    public boolean passes() {
        return this == PASSING || this == OVERDUE;
    }

    static Throwable root(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static FailureKind ofState(SQLException e) {
        String state = e.getSQLState();
        if (state == null) {
            // Agroal's acquisition time-out carries no state.
            return e.getMessage() != null && e.getMessage().contains("timeout") ? PASSING : UNKNOWN;
        }
        if (TEXT_STATES.contains(state)) {
            return UNSTORABLE_TEXT;
        }
        if (OVERDUE_STATES.contains(state)) {
            return OVERDUE;
        }
        return PASSING_STATES.contains(state.substring(0, 2)) ? PASSING : UNKNOWN;
    }
}
