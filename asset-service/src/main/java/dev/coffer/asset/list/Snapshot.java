package dev.coffer.asset.list;

import dev.coffer.common.database.ScansRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/**
 * Runs several queries on one state of the database: counters, page and count that were read one after the other
 * would contradict each other when rows come or go in between.
 */
@ApplicationScoped
class Snapshot {
    private final EntityManager database;

    Snapshot(EntityManager database) {
        this.database = database;
    }

    @ScansRows
    @Transactional
    public <T> T read(Supplier<T> queries) {
        run("set transaction isolation level repeatable read read only");
        return queries.get();
    }

    /**
     * For queries whose best plan depends on the values in them. PostgreSQL plans a statement once for all values after
     * a few executions; for a part of a name that every asset has and one that is rare this is a hundred times too slow.
     */
    @ScansRows
    @Transactional
    public <T> T readPlannedByValue(Supplier<T> queries) {
        return read(() -> {
            run("set local plan_cache_mode = force_custom_plan");
            return queries.get();
        });
    }

    private void run(String setting) {
        database.createNativeQuery(setting).executeUpdate();
    }
}
