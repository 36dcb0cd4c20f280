package dev.coffer.asset.list;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which assets, in which order, and which of them now.
 *
 * @param hash of the content, if only that; a text that is no hash fits nothing
 * @param jobIds jobs that may have produced them; empty for any
 */
record AssetQuery(
        TagFilter tags,
        String nameContains,
        MetadataFilter metadata,
        Optional<String> hash,
        List<UUID> jobIds,
        boolean includePublic,
        Page page) {

    /**
     * @param after the row before the page; the offset does not count then
     */
    record Page(AssetSort sort, boolean descending, int limit, long offset, Optional<AssetCursor> after) {

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

    /** The conditions on a row {@code a}, all but its owner and its place in the order. */
    void addTo(SqlText sql, ObjectMapper json) {
        tags.addTo(sql);
        hash.ifPresent(value -> sql.add(" and a.hash = ?", value));
        if (!nameContains.isEmpty()) {
            sql.add(" and a.folded_name like ? escape '\\'", "%" + literal(nameContains) + "%");
        }
        if (!jobIds.isEmpty()) {
            sql.add(" and a.job_id = any (cast(? as uuid[]))", (Object) jobIds.toArray(UUID[]::new));
        }
        metadata.addTo(sql, json);
    }

    private static String literal(String part) {
        return part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
