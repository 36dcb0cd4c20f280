package dev.coffer.common.outbox;

import dev.coffer.common.identity.Owner;
import dev.coffer.common.outbox.RelayMetrics.Backlog;
import dev.coffer.common.tracing.RequestTrace;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an outbox as relays see them, oldest first, and the lock of a relay. Reading, locking and deleting are of
 * one transaction, so all take the connection of that.
 */
@Singleton
class RelayRepository {
    private static final String LOCK = "select pg_try_advisory_xact_lock(?)";
    private static final String EVENTS =
            "select seq, topic, record_key, payload from outbox where seq > ? order by seq limit ?";
    private static final String SENT = "delete from outbox where seq = any(?)";
    private static final String RELEASES = """
            select seq, kind, id, tenant, owner, request_id, traceparent from release
            where seq > ? order by seq limit ?""";
    private static final String RELEASED = "delete from release where seq = any(?)";
    /** By the primary key alone, however many there are. */
    private static final String WAITING = """
            select (select max(seq) from %1$s) - seq + 1,
                   greatest(0, extract(epoch from clock_timestamp() - created_at))
            from %1$s order by seq limit 1""";

    private final DataSource database;

    RelayRepository(DataSource database) {
        this.database = database;
    }

    Connection connect() throws SQLException {
        return database.getConnection();
    }

    /** Takes the lock until the transaction ends. Returns false if another one has it. */
    boolean lock(Connection connection, long lock) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setLong(1, lock);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    List<PendingEvent> events(Connection connection, int most) throws SQLException {
        return oldest(connection, EVENTS, 0, most, row -> new PendingEvent(
                row.getLong(1), row.getString(2), row.getString(3), row.getString(4)));
    }

    void deleteEvents(Connection connection, List<Long> sent) throws SQLException {
        delete(connection, SENT, sent);
    }

    /** @param after the number of the last row that is left out */
    List<PendingRelease> releases(Connection connection, long after, int most) throws SQLException {
        return oldest(connection, RELEASES, after, most, row -> {
            String tenant = row.getString(4);
            // Rows from before V0_3 do not say whose it was.
            Owner owner = tenant == null ? null : new Owner(tenant, row.getString(5));
            return new PendingRelease(row.getLong(1), row.getString(2), row.getObject(3, UUID.class), owner,
                    RequestTrace.resumed(row.getString(6), row.getString(7)));
        });
    }

    void deleteReleases(Connection connection, List<Long> done) throws SQLException {
        delete(connection, RELEASED, done);
    }

    Backlog waitingEvents(Connection connection) throws SQLException {
        return waiting(connection, "outbox");
    }

    Backlog waitingReleases(Connection connection) throws SQLException {
        return waiting(connection, "release");
    }

    private static Backlog waiting(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WAITING.formatted(table));
                ResultSet row = statement.executeQuery()) {
            return row.next() ? new Backlog(row.getLong(1), row.getDouble(2), System.nanoTime()) : Backlog.NONE;
        }
    }

    private static void delete(Connection connection, String delete, List<Long> numbers) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(delete)) {
            statement.setArray(1, connection.createArrayOf("bigint", numbers.toArray()));
            statement.executeUpdate();
        }
    }

    private static <T> List<T> oldest(Connection connection, String select, long after, int most,
            RowReader<T> reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setLong(1, after);
            statement.setInt(2, most);
            List<T> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(reader.read(row));
                }
            }
            return rows;
        }
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** An event that has not been sent. */
    record PendingEvent(long seq, String topic, String key, String payload) {}

    /**
     * What blob-service has not been told to forget.
     *
     * @param kind {@code reference} or {@code upload}
     */
    record PendingRelease(long seq, String kind, UUID id, @Nullable Owner owner, RequestTrace trace) {}
}
