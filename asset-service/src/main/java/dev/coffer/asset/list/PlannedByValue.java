package dev.coffer.asset.list;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/**
 * Runs queries whose best plan depends on the values in them. PostgreSQL plans a statement once for all values after
 * a few executions; for a part of a name that every asset has and one that is rare this is a hundred times too slow.
 */
@ApplicationScoped
class PlannedByValue {
    private final EntityManager database;

    PlannedByValue(EntityManager database) {
        this.database = database;
    }

    @Transactional
    public <T> T run(Supplier<T> query) {
        database.createNativeQuery("set local plan_cache_mode = force_custom_plan").executeUpdate();
        return query.get();
    }
}
