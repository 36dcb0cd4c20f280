package dev.coffer.files.page;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.signing.SignedCursors;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Cursors of lists: only a position in the list; the client repeats its filter (cdf-files.md section 3.6). */
@ApplicationScoped
public class PageCursors {
    private final SignedCursors cursors;

    PageCursors(SignedCursors cursors) {
        this.cursors = cursors;
    }

    /** The cursor behind a row of a list in the order of ids. */
    public String behind(String list, long id) {
        return cursors.sign(list, new Position(id, null));
    }

    /** The cursor behind a row of a list in the order of external ids. */
    public String behind(String list, String externalId) {
        return cursors.sign(list, new Position(0, externalId));
    }

    /**
     * The id behind which the page begins; 0 if there is no cursor.
     *
     * @throws ServiceException 400 if it is not ours
     */
    public long id(String list, @Nullable String cursor) {
        return cursor == null ? 0 : position(list, cursor).id();
    }

    /**
     * The external id behind which the page begins, if there is a cursor.
     *
     * @throws ServiceException 400 if it is not ours
     */
    public @Nullable String externalId(String list, @Nullable String cursor) {
        return cursor == null ? null : position(list, cursor).externalId();
    }

    private Position position(String list, String cursor) {
        return cursors.read(list, cursor, Position.class).orElseThrow(PageCursors::invalid);
    }

    private static ServiceException invalid() {
        return new ServiceException(ErrorCode.INVALID_CURSOR, "cursor must be a nextCursor of this list");
    }

    record Position(@JsonProperty("i") long id, @JsonProperty("x") @Nullable String externalId) {}
}
