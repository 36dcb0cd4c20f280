package dev.coffer.files.expiry;

import dev.coffer.files.file.FileEntity;
import dev.coffer.files.file.FileEvents;
import dev.coffer.files.file.FileKey;
import dev.coffer.files.file.FileRepository;
import dev.coffer.files.upload.UploadSessionRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** The transactions of expiry. */
@ApplicationScoped
class ExpiryTransactions {
    private static final String CLAIM = """
            with expired as (
                select tenant, project, id from file
                where content_ref is null and upload_expires_at < :now
                    and (expiry_claimed_until is null or expiry_claimed_until < now())
                order by upload_expires_at limit :most for update skip locked)
            update file f set expiry_claimed_until = now() + :claim * interval '1 second'
            from expired e where f.tenant = e.tenant and f.project = e.project and f.id = e.id
            returning f.*""";

    private final Session database;
    private final FileRepository files;
    private final UploadSessionRepository sessions;
    private final FileEvents events;
    private final Clock clock;

    ExpiryTransactions(
            Session database, FileRepository files, UploadSessionRepository sessions, FileEvents events, Clock clock) {
        this.database = database;
        this.files = files;
        this.sessions = sessions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Some files without content whose last link has expired, the oldest first. No process gets them again for as long
     * as the claim lasts.
     */
    @Transactional
    List<FileEntity> claim(int most, Duration claim) {
        return database.createNativeQuery(CLAIM, FileEntity.class)
                .setParameter("now", clock.instant())
                .setParameter("most", most)
                .setParameter("claim", claim.toSeconds())
                .getResultList();
    }

    @Transactional
    List<UUID> uploadSessions(FileKey key) {
        return sessions.of(key);
    }

    /** Deletes a file unless it got content or a new link in between. Returns whether it was deleted. */
    @Transactional
    boolean delete(FileKey key) {
        Optional<FileEntity> expired = files.lock(key)
                .filter(file -> file.content == null && file.uploadExpiresAt != null
                        && file.uploadExpiresAt.isBefore(clock.instant()));
        expired.ifPresent(file -> {
            events.deleted(file);
            files.delete(file);
        });
        return expired.isPresent();
    }

    /** Forgets upload sessions that lapsed long enough ago. Returns how many. */
    @Transactional
    int forgetSessions(Duration kept) {
        return sessions.forgetBefore(clock.instant().minus(kept));
    }
}
