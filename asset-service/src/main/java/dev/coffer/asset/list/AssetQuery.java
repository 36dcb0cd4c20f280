package dev.coffer.asset.list;

import dev.coffer.asset.filter.AssetFilter;
import java.util.Optional;

/** Which assets, in which order, and which page of them. */
record AssetQuery(AssetFilter filter, Page page) {

    /**
     * @param after the last row of the previous page; the offset is ignored then
     * @param byCursor whether the client can continue after the last row, wherever that is
     */
    record Page(
            AssetSort sort, boolean descending, int limit, long offset, Optional<AssetCursor> after, boolean byCursor) {

        /** How many rows a scan has to find: one more than the page has tells whether further rows follow. */
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
