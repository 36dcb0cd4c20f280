package dev.coffer.asset.filter;

import dev.coffer.asset.ContentName;
import dev.coffer.common.database.SqlText;
import java.util.Locale;

/**
 * One content, by its hash or by what its file is called: front ends look with {@code hash} for whatever the widget of
 * a workflow holds (comfy.md section 0.7).
 *
 * @param column of {@code asset}
 * @param value what it has to be
 */
record ContentFilter(String column, String value) {

    /** What a client means by a hash; a text that is none is the name of a file. */
    static ContentFilter of(String text) {
        return ContentName.hash(text)
                .map(hash -> new ContentFilter("hash", hash))
                .orElseGet(() -> text.contains(":")
                        ? new ContentFilter("hash", text.toLowerCase(Locale.ROOT))
                        : new ContentFilter("name", text.substring(text.lastIndexOf('/') + 1)));
    }

    void addTo(SqlText sql) {
        sql.add(" and a." + column + " = ?", value);
    }
}
