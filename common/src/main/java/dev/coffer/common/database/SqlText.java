package dev.coffer.common.database;

import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement that grows out of fixed fragments; values are bound, never written into the text. */
public final class SqlText {
    private final StringBuilder text = new StringBuilder();
    private final List<@Nullable Object> values = new ArrayList<>();

    /** @param fragment with one {@code ?} for each value */
    public SqlText add(String fragment, @Nullable Object... bound) {
        text.append(fragment);
        values.addAll(Arrays.asList(bound));
        return this;
    }

    public String text() {
        return text.toString();
    }

    public <Q extends Query> Q bindTo(Q query) {
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query;
    }
}
