package dev.coffer.files.list;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.coffer.common.blob.SignedToken;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Positions in lists of files as clients hold them: signed, so that whatever comes back was made here. A cursor says
 * the position only; the client repeats its filter (cdf-files.md section 3.6).
 */
@ApplicationScoped
class FileCursors {
    private static final String PURPOSE = "file-cursor";
    private static final int MAX_LENGTH = 1024;

    private final SignedToken tokens;

    FileCursors(SignedToken tokens) {
        this.tokens = tokens;
    }

    /** The cursor behind a file. */
    String behind(long id) {
        return tokens.sign(PURPOSE, new Position(id));
    }

    /** The id behind which the page begins; 0 for null. @throws ServiceException 400 if it is not ours */
    long parse(String cursor) {
        if (cursor == null) {
            return 0;
        }
        try {
            if (cursor.length() <= MAX_LENGTH) {
                return tokens.verify(PURPOSE, cursor, Position.class).id();
            }
        } catch (ServiceException e) {
            throw invalid();
        }
        throw invalid();
    }

    private static ServiceException invalid() {
        return new ServiceException(ErrorCode.INVALID_CURSOR, "cursor must be a nextCursor of this list");
    }

    record Position(@JsonProperty("i") long id) {}
}
