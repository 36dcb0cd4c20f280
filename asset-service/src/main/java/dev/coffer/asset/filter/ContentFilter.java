package dev.coffer.asset.filter;

import dev.coffer.asset.name.ContentName;
import dev.coffer.asset.name.FileName;
import dev.coffer.common.database.SqlText;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One content, by its hash or by the name of its file: front ends put into {@code hash} what the widget of a workflow
 * contains (comfy.md section 0.7).
 *
 * @param condition on a row {@code a} of {@code asset}
 * @param value what it compares with
 */
record ContentFilter(String condition, String value) {
    private static final String BY_HASH = " and a.hash = ?";
    private static final String BY_NAME = " and (a.file_name = ? or a.name = ?)";
    private static final Pattern PREFIXED = Pattern.compile("(?i)(blake3|sha256):.*");

    /** The filter for a hash; a text that is not a hash is the name of a file. */
    static ContentFilter of(String text) {
        String name = FileName.of(text).name();
        return ContentName.hash(name)
                .map(hash -> new ContentFilter(BY_HASH, hash))
                .orElseGet(() -> PREFIXED.matcher(text).matches()
                        ? new ContentFilter(BY_HASH, text.toLowerCase(Locale.ROOT))
                        : new ContentFilter(BY_NAME, name));
    }

    void addTo(SqlText sql) {
        sql.add(condition, condition.equals(BY_NAME) ? new Object[] {value, value} : new Object[] {value});
    }
}
