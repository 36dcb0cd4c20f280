package dev.coffer.common.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** The deadlines of the statements of one transaction. */
@ApplicationScoped
public class StatementDeadlines {
    private final EntityManager database;

    StatementDeadlines(EntityManager database) {
        this.database = database;
    }

    /** Lifts them until the transaction ends: for background work, for which no client waits. */
    @Transactional(TxType.MANDATORY)
    public void lift() {
        database.createNativeQuery("set local statement_timeout = 0").executeUpdate();
    }
}
