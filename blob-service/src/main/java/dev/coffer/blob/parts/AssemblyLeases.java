package dev.coffer.blob.parts;

import dev.coffer.blob.session.UploadSessionRepository;
import dev.coffer.common.time.Ids;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The uploads that this process is completing. Each is held by a lease in the row of its session, because the store may
 * take minutes, for which neither a transaction nor a connection should be kept. One that is lost all the same, in a
 * pause of this process, does no harm: the second process that publishes gets the answer of the first.
 */
@ApplicationScoped
class AssemblyLeases {
    static final Duration LEASE = Duration.ofSeconds(30);

    private final Set<UUID> alive = ConcurrentHashMap.newKeySet();
    private final UploadSessionRepository sessions;

    AssemblyLeases(UploadSessionRepository sessions) {
        this.sessions = sessions;
    }

    /** The name of a new attempt, whose leases are renewed until it ends. */
    UUID begin() {
        UUID attempt = Ids.next();
        alive.add(attempt);
        return attempt;
    }

    /** Renews the leases of an attempt no more. */
    void end(UUID attempt) {
        alive.remove(attempt);
    }

    @Scheduled(every = "10s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void renew() {
        if (!alive.isEmpty()) {
            sessions.renewAssembly(Set.copyOf(alive), LEASE);
        }
    }
}
