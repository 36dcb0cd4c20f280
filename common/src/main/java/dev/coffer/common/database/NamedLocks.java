package dev.coffer.common.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.transaction.TransactionalException;

/**
 * Locks by name, held by transactions in all processes of a service, for things that have no row yet that could be
 * locked. Names are hashed, so that two different ones may, very rarely, be one lock.
 */
@ApplicationScoped
public class NamedLocks {
    private static final String HOLD = "select 1 from pg_advisory_xact_lock(hashtextextended(:name, 0))";

    private final EntityManager database;

    NamedLocks(EntityManager database) {
        this.database = database;
    }

    /**
     * Locks the name that these parts make, as soon as it is free, until the transaction ends.
     *
     * @throws TransactionalException if there is no transaction
     */
    @Transactional(TxType.MANDATORY)
    public void hold(String... parts) {
        database.createNativeQuery(HOLD).setParameter("name", String.join("\n", parts)).getSingleResult();
    }
}
