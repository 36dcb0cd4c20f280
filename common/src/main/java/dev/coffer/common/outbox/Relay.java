package dev.coffer.common.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One worker per database, in one of all replicas: it holds an advisory lock for as long as it works, handles the rows
 * of a table in order, and waits until it is woken. After a failure it pauses, longer each time, and never skips a row.
 */
abstract class Relay {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(100);

    private final String name;
    private final long lock;
    private final DataSource database;
    private final OutboxConfig config;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread worker;

    Relay(String name, long lock, DataSource database, OutboxConfig config) {
        this.name = name;
        this.lock = lock;
        this.database = database;
        this.config = config;
    }

    /** Handles the oldest rows and deletes those that are done. Returns how many rows it has seen. */
    abstract int batch(Connection connection) throws Exception;

    /**
     * The oldest rows of a table, as many as make a batch.
     *
     * @param select takes their number
     */
    final <T> List<T> oldest(Connection connection, String select, RowReader<T> reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setInt(1, config.batchSize());
            List<T> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(reader.read(row));
                }
            }
            return rows;
        }
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
            try (Connection connection = database.getConnection()) {
                lead(connection);
                backOff = FIRST_BACK_OFF;
            } catch (Exception | Error e) {
                if (!running) {
                    break;
                }
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

    private void lead(Connection connection) throws Exception {
        if (!locked(connection, "select pg_try_advisory_lock(?)")) {
            pause(config.maxBackOff());
            return;
        }
        try {
            while (running) {
                int seen = batch(connection);
                if (seen < config.batchSize()) {
                    awaitWork();
                }
            }
        } finally {
            unlock(connection);
        }
    }

    private void unlock(Connection connection) {
        try {
            locked(connection, "select pg_advisory_unlock(?)");
        } catch (SQLException e) {
            LOG.debugf("%s: the connection is gone, and with it the lock: %s", name, e.getMessage());
        }
    }

    private boolean locked(Connection connection, String call) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(call)) {
            statement.setLong(1, lock);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
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

    /** Reads one row. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
