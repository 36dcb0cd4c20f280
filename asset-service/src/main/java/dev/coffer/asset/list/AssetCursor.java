package dev.coffer.asset.list;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;

/**
 * The last row of a page; the next page starts after it. Valid for one sort and order only (comfy.md section 2.1.2).
 *
 * @param sort the column
 * @param value the row's value in it
 * @param id of the row
 * @param order {@code asc} or {@code desc}
 */
record AssetCursor(
        @JsonProperty("s") String sort,
        @JsonProperty("v") String value,
        @JsonProperty("id") UUID id,
        @JsonProperty("o") String order) {

    /** What its signature is for. */
    static final String PURPOSE = "asset-cursor";
}
