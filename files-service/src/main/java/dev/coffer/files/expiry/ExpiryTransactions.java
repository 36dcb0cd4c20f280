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

/** The transactions of expiry. */
@ApplicationScoped
class ExpiryTransactions {
    private static final String EXPIRED = "content.ref is null and uploadExpiresAt < ?1 order by uploadExpiresAt";

    private final FileRepository files;
    private final UploadSessionRepository sessions;
    private final FileEvents events;
    private final Clock clock;

    ExpiryTransactions(FileRepository files, UploadSessionRepository sessions, FileEvents events, Clock clock) {
        this.files = files;
        this.sessions = sessions;
        this.events = events;
        this.clock = clock;
    }

    /** Some files without content whose last link has lapsed, those that lapsed first first. */
    @Transactional
    List<FileEntity> next(int most) {
        return files.find(EXPIRED, clock.instant()).page(0, most).list();
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
