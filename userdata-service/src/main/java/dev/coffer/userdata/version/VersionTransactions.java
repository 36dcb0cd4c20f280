package dev.coffer.userdata.version;

import dev.coffer.common.identity.Owner;
import dev.coffer.common.outbox.Outbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * The history of user files: a transaction that changes a file records the previous content here, and releases the
 * contents that are dropped. The caller holds a lock on the file or its path.
 */
@ApplicationScoped
public class VersionTransactions {
    private static final Logger LOG = Logger.getLogger(VersionTransactions.class);
    private static final int BATCH = 500;

    private final FileVersionRepository versions;
    private final Outbox outbox;
    private final VersionConfig config;
    private final Clock clock;

    VersionTransactions(FileVersionRepository versions, Outbox outbox, VersionConfig config, Clock clock) {
        this.versions = versions;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
    }

    /** Keeps a content that was replaced, and drops the oldest one if there are too many. */
    @Transactional(TxType.MANDATORY)
    public void keep(FileVersion replaced) {
        versions.persistAndFlush(replaced);
        versions.beyond(replaced.owner(), replaced.path(), config.keep()).forEach(this::drop);
    }

    /** Keeps the last content of a file that is deleted, for as long as deleted files can be restored. */
    @Transactional(TxType.MANDATORY)
    public void keepDeleted(FileVersion last) {
        keep(last);
        versions.expire(last.owner(), last.path(), clock.instant().plus(config.keepDeleted()));
    }

    /** There is a file at this path again: its history is kept as long as the file. */
    @Transactional(TxType.MANDATORY)
    public void revive(Owner owner, String path) {
        versions.expire(owner, path, null);
    }

    /** Moves the history with the file. */
    @Transactional(TxType.MANDATORY)
    public void move(Owner owner, String source, String target) {
        versions.move(owner, source, target);
        versions.expire(owner, target, null);
        versions.beyond(owner, target, config.keep()).forEach(this::drop);
    }

    /** Moves the history with all files of the folder, including that of deleted files. */
    @Transactional(TxType.MANDATORY)
    public void moveFolder(Owner owner, String source, String target) {
        versions.moveFolder(owner, source, target);
        // There may have been files that were deleted, whose history goes on with what has come.
        dropAll(versions.beyondBelow(owner, target, config.keep()));
    }

    /** The earlier contents at this path, the latest first. */
    @Transactional
    public List<FileVersion> list(Owner owner, String path) {
        return versions.at(owner, path);
    }

    /**
     * The last content of each deleted file that can be restored, by path.
     *
     * @param prefix what the paths start with
     * @param after the paths come after this one
     */
    @Transactional
    public List<FileVersion> deleted(Owner owner, String prefix, String after, int limit) {
        return versions.deleted(owner, prefix, after, limit);
    }

    /** One of them; empty if it is unknown, dropped, or the present one. */
    @Transactional
    public Optional<FileVersion> find(Owner owner, String path, UUID version) {
        return versions.find(owner, path, version);
    }

    /** Removes a content from the history: the caller makes it the present one. */
    @Transactional(TxType.MANDATORY)
    public Optional<VersionContent> take(Owner owner, String path, UUID version) {
        Optional<FileVersion> taken = versions.lock(owner, path, version);
        taken.ifPresent(versions::delete);
        return taken.map(FileVersion::content);
    }

    /** Drops the whole history of a path. */
    @Transactional(TxType.MANDATORY)
    public void forget(Owner owner, String path) {
        versions.at(owner, path).forEach(this::drop);
    }

    @Scheduled(
            every = VersionConfig.SWEEP_INTERVAL,
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        int all = 0;
        int swept;
        do {
            swept = QuarkusTransaction.requiringNew().call(this::sweepSome);
            all += swept;
        } while (swept == BATCH);
        if (all > 0) {
            LOG.infof("gave up %d contents of deleted user files", all);
        }
    }

    private int sweepSome() {
        List<FileVersion> expired = versions.lockExpired(clock.instant(), BATCH);
        dropAll(expired);
        return expired.size();
    }

    private void dropAll(List<FileVersion> several) {
        several.forEach(versions::delete);
        versions.flush();
        // Else Hibernate would look for changes in all of them, once for each release.
        versions.detachAll();
        several.forEach(version -> outbox.release(version.content().ref(), version.owner()));
    }

    private void drop(FileVersion version) {
        versions.delete(version);
        outbox.release(version.content().ref(), version.owner());
    }
}
