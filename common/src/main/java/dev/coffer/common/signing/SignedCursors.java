package dev.coffer.common.signing;

import dev.coffer.common.error.ServiceException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Cursors of lists, signed: only cursors that were made here, for the same list, are accepted. */
@ApplicationScoped
public class SignedCursors {
    private static final int MAX_LENGTH = 8192;

    private final SignedToken tokens;

    SignedCursors(SignedToken tokens) {
        this.tokens = tokens;
    }

    /** The cursor of a position. */
    public String sign(String list, Object position) {
        return tokens.sign(list, position);
    }

    /** The position of a cursor; empty if it was not made here for this list. */
    public <T> Optional<T> read(String list, String cursor, Class<T> type) {
        if (cursor.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(tokens.verify(list, cursor, type));
        } catch (ServiceException e) {
            return Optional.empty();
        }
    }
}
