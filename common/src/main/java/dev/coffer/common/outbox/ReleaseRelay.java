package dev.coffer.common.outbox;

import dev.coffer.common.blobclient.BlobClient;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.tracing.CurrentTrace;
import dev.coffer.common.tracing.RequestTrace;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Tells blob-service which references and open uploads a committed transaction has given up. */
@Singleton
class ReleaseRelay extends Relay {
    private static final long LOCK = 0x434f464645520002L;
    private static final String OLDEST = """
            select seq, kind, id, tenant, owner, request_id, traceparent from release
            where seq > ? order by seq limit ?""";
    private static final String DONE = "delete from release where seq = any(?)";
    /** So long a transaction is kept open, and one call more. */
    private static final Duration LONGEST_BATCH = Duration.ofSeconds(10);

    private final OutboxConfig config;
    private final BlobClient blobs;
    private long after;

    ReleaseRelay(DataSource database, OutboxConfig config, BlobClient blobs) {
        super("release-relay", LOCK, database, config);
        this.config = config;
        this.blobs = blobs;
    }

    void onStart(@Observes StartupEvent event) {
        if (config.releases()) {
            start();
        }
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        if (config.releases()) {
            stop();
        }
    }

    /**
     * Order does not matter here: what fails is tried again when all others have had their turn. What is done twice,
     * because a batch did not commit, is not an error.
     */
    @Override
    boolean batch(Connection connection) throws SQLException {
        List<GivenUp> oldest = oldest(connection, OLDEST, after, ReleaseRelay::read);
        List<Long> done = new ArrayList<>();
        RuntimeException failure = null;
        long end = System.nanoTime() + LONGEST_BATCH.toNanos();
        int tried = 0;
        while (tried < oldest.size() && System.nanoTime() < end) {
            GivenUp row = oldest.get(tried++);
            try {
                CurrentTrace.during(row.trace(), () -> giveUp(row));
                done.add(row.seq());
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        boolean more = tried > 0 && (tried < oldest.size() || isFull(oldest));
        after = more ? oldest.get(tried - 1).seq() : 0;
        delete(connection, DONE, done);
        if (failure != null) {
            connection.commit();
            throw failure;
        }
        return more;
    }

    private void giveUp(GivenUp row) {
        if (row.kind().equals("upload")) {
            blobs.closeUpload(row.id(), row.owner());
        } else {
            blobs.release(row.id(), row.owner());
        }
    }

    private static GivenUp read(ResultSet row) throws SQLException {
        String tenant = row.getString(4);
        // Rows from before V0_3 do not say whose it was.
        Owner owner = tenant == null ? null : new Owner(tenant, row.getString(5));
        return new GivenUp(row.getLong(1), row.getString(2), row.getObject(3, UUID.class), owner,
                RequestTrace.resumed(row.getString(6), row.getString(7)));
    }

    private record GivenUp(long seq, String kind, UUID id, @Nullable Owner owner, RequestTrace trace) {}
}
