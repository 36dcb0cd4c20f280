package dev.coffer.asset.list;

import dev.coffer.asset.Asset;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.signing.SignedCursors;
import jakarta.enterprise.context.ApplicationScoped;

/** Cursors as clients hold them: signed, so that only cursors made here are accepted. */
@ApplicationScoped
class AssetCursors {
    private final SignedCursors cursors;

    AssetCursors(SignedCursors cursors) {
        this.cursors = cursors;
    }

    /** The cursor of the page that follows a row. */
    String after(Asset row, AssetSort sort, boolean descending) {
        AssetCursor cursor = new AssetCursor(sort.column(), sort.valueOf(row), row.id, order(descending));
        return cursors.sign(AssetCursor.PURPOSE, cursor);
    }

    /** @throws ServiceException {@code INVALID_CURSOR}, 400, if it was not made here, or for another order */
    AssetCursor parse(String text, AssetSort sort, boolean descending) {
        if (!sort.hasCursor()) {
            throw invalid("sort=" + sort.column() + " has no cursors");
        }
        AssetCursor cursor = cursors.read(AssetCursor.PURPOSE, text, AssetCursor.class)
                .orElseThrow(() -> invalid("is not a cursor of this list"));
        if (!cursor.sort().equals(sort.column()) || !cursor.order().equals(order(descending))) {
            throw invalid("was issued for sort=" + cursor.sort() + " and order=" + cursor.order());
        }
        return cursor;
    }

    private static String order(boolean descending) {
        return descending ? "desc" : "asc";
    }

    private static ServiceException invalid(String why) {
        return new ServiceException(ErrorCode.INVALID_CURSOR, "after: " + why);
    }
}
