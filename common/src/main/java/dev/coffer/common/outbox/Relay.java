package dev.coffer.common.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Handles the rows of a table in order, one batch at a time in all replicas: a batch is a transaction that holds an
 * advisory lock. The lock ends with the transaction, so it works through a pooler of transactions, too, and between two
 * batches neither a lock nor a connection is held. After a failure the worker pauses, longer each time.
 */
abstract class Relay {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(100);

    private final String name;
    private final long lock;
    private final RelayRepository rows;
    private final OutboxConfig config;
    private final RelayMetrics metrics;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread worker;

    Relay(String name, long lock, RelayRepository rows, OutboxConfig config, RelayMetrics metrics) {
        this.name = name;
        this.lock = lock;
        this.rows = rows;
        this.config = config;
        this.metrics = metrics;
    }

    /**
     * Handles the oldest rows, and deletes those that are done in the transaction of this connection. It is committed
     * afterwards, and rolled back if the batch fails.
     *
     * @return whether there may be more rows
     */
    abstract boolean batch(Connection connection) throws Exception;

    /** Whether there may be more rows behind these. */
    final boolean isFull(List<?> batch) {
        return batch.size() == config.batchSize();
    }

    final RelayMetrics metrics() {
        return metrics;
    }

    /** Releases the resources of the worker, after an error and at the end. */
    void reset() {}

    /** Wakes the worker. */
    final void wake() {
        if (wake.availablePermits() == 0) {
            wake.release();
        }
    }

    final void start() {
        running = true;
        worker = Thread.ofPlatform().daemon().name(name).start(this::work);
    }

    /**
     * Lets the worker finish its batch. If that takes long it is interrupted: a worker that waits for a broker ends
     * then, one that waits for the database does not, and ends with the process.
     */
    final void stop() throws InterruptedException {
        running = false;
        wake();
        Thread working = worker;
        if (working != null && !working.join(SHUTDOWN_TIMEOUT)) {
            working.interrupt();
            working.join(SHUTDOWN_TIMEOUT);
        }
    }

    private void work() {
        Duration backOff = FIRST_BACK_OFF;
        while (running) {
            try {
                if (!batchInTurn()) {
                    awaitWork();
                }
                backOff = FIRST_BACK_OFF;
            } catch (Exception | Error e) {
                if (!running) {
                    break;
                }
                metrics.failed();
                LOG.warnf("%s: %s; next attempt in %d ms", name, e.toString(), backOff.toMillis());
                reset();
                pause(backOff);
                backOff = longer(backOff);
            }
        }
        // A worker that was interrupted could not wait for the end of what it closes.
        Thread.interrupted();
        reset();
    }

    /** Returns whether there may be more rows; not while another replica is at work. */
    private boolean batchInTurn() throws Exception {
        try (Connection connection = rows.connect()) {
            connection.setAutoCommit(false);
            try {
                boolean more = rows.lock(connection, lock) && batch(connection);
                connection.commit();
                return more;
            } catch (Exception | Error e) {
                rollBack(connection);
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            LOG.debugf("%s: the connection is gone, and with it the transaction: %s", name, e.getMessage());
        }
    }

    private void awaitWork() throws InterruptedException {
        if (wake.tryAcquire(config.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
            wake.drainPermits();
        }
    }

    private void pause(Duration pause) {
        try {
            wake.drainPermits();
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    private Duration longer(Duration backOff) {
        Duration doubled = backOff.multipliedBy(2);
        return doubled.compareTo(config.maxBackOff()) > 0 ? config.maxBackOff() : doubled;
    }
}
