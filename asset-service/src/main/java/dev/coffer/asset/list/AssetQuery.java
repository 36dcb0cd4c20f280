package dev.coffer.asset.list;

import dev.coffer.asset.filter.AssetFilter;
import java.util.Optional;

/** Which assets, in which order, and which of them now. */
record AssetQuery(AssetFilter filter, Page page) {

    /**
     * @param after the row before the page; the offset does not count then
     * @param byCursor whether the client can go on behind the last row, wherever that is
     */
    record Page(
            AssetSort sort, boolean descending, int limit, long offset, Optional<AssetCursor> after, boolean byCursor) {

        /** One row more than the page has tells whether there are more. */
        long reach() {
            return skipped() + limit + 1;
        }

        long skipped() {
            return after.isPresent() ? 0 : offset;
        }

        String direction() {
            return descending ? " desc" : " asc";
        }
    }
}
