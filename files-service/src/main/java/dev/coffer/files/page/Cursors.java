package dev.coffer.files.page;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.signing.SignedToken;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Positions in lists as clients hold them: signed, so that whatever comes back was made here, for the same list. A
 * cursor says the position only; the client repeats its filter (cdf-files.md section 3.6).
 */
@ApplicationScoped
public class Cursors {
    private static final int MAX_LENGTH = 4096;

    private final SignedToken tokens;

    Cursors(SignedToken tokens) {
        this.tokens = tokens;
    }

    /** The cursor behind a row of a list in the order of ids. */
    public String behind(String list, long id) {
        return tokens.sign(list, new Position(id, null));
    }

    /** The cursor behind a row of a list in the order of external ids. */
    public String behind(String list, String externalId) {
        return tokens.sign(list, new Position(0, externalId));
    }

    /** The id behind which the page begins; 0 for null. @throws ServiceException 400 if it is not ours */
    public long id(String list, String cursor) {
        return cursor == null ? 0 : position(list, cursor).id();
    }

    /** The external id behind which the page begins; null for null. @throws ServiceException 400 if it is not ours */
    public String externalId(String list, String cursor) {
        return cursor == null ? null : position(list, cursor).externalId();
    }

    private Position position(String list, String cursor) {
        try {
            if (cursor.length() <= MAX_LENGTH) {
                return tokens.verify(list, cursor, Position.class);
            }
        } catch (ServiceException e) {
            throw invalid();
        }
        throw invalid();
    }

    private static ServiceException invalid() {
        return new ServiceException(ErrorCode.INVALID_CURSOR, "cursor must be a nextCursor of this list");
    }

    record Position(@JsonProperty("i") long id, @JsonProperty("x") String externalId) {}
}
