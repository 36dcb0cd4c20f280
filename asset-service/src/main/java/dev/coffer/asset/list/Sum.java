package dev.coffer.asset.list;

import dev.coffer.common.database.SqlText;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.function.Consumer;

/** A number of which a part is known, and the rest is asked of the database in one statement. */
final class Sum {
    private final SqlText asked = new SqlText().add("select cast(0 as bigint)");
    private boolean complete = true;
    private long known;

    void add(long number) {
        known += number;
    }

    /**
     * @param sign 1, or -1 for what has to be taken away
     * @param query adds what comes behind {@code select count(*)}
     */
    void addCount(int sign, Consumer<SqlText> query) {
        asked.add((sign < 0 ? " - " : " + ") + "(select count(*)");
        query.accept(asked);
        asked.add(")");
        complete = false;
    }

    /** The statement for the rest, if there is a rest. */
    Optional<SqlText> asked() {
        return complete ? Optional.empty() : Optional.of(asked);
    }

    long value(EntityManager database) {
        return known + asked().map(sql -> (Long) sql.bindTo(database.createNativeQuery(sql.text())).getSingleResult()).orElse(0L);
    }
}
