package dev.coffer.common.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.transaction.TransactionalException;

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

    /**
     * Waits until nobody else holds the name that these parts make, and holds it until the transaction ends.
     *
     * @throws TransactionalException if there is no transaction, in which nothing could be held
     */
    @Transactional(TxType.MANDATORY)
    public void hold(String... parts) {
        database.createNativeQuery(HOLD).setParameter("name", String.join("\n", parts)).getSingleResult();
    }
}
