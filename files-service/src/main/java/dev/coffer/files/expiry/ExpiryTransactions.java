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
    private final ExpiredFileRepository expiredFiles;
    private final FileRepository files;
    private final UploadSessionRepository sessions;
    private final FileEvents events;
    private final Clock clock;

    ExpiryTransactions(
            ExpiredFileRepository expiredFiles, FileRepository files, UploadSessionRepository sessions,
            FileEvents events, Clock clock) {
        this.expiredFiles = expiredFiles;
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
        return expiredFiles.claim(clock.instant(), most, claim);
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
