package dev.coffer.common.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * Turns among transactions, in all processes of a service, for what has no row yet that could be locked. Names share
 * one space in a database, and two of them may very rarely wait for each other without need.
 */
@ApplicationScoped
public class NamedLocks {
    private static final String HOLD = "select 1 from pg_advisory_xact_lock(hashtextextended(:name, 0))";

    private final EntityManager database;

    NamedLocks(EntityManager database) {
        this.database = database;
    }

    /** Waits until nobody else holds this name, and holds it until the transaction ends. */
    public void hold(String name) {
        database.createNativeQuery(HOLD).setParameter("name", name).getSingleResult();
    }
}
