package dev.coffer.files.upload;

import dev.coffer.files.file.FileEntity;
import dev.coffer.files.file.FileKey;
import dev.coffer.files.file.FileRepository;
import dev.coffer.files.file.OutOfDateException;
import dev.coffer.files.project.Access;
import dev.coffer.files.upload.UploadSessions.UploadSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the upload sessions of files. */
@ApplicationScoped
public class UploadTransactions {
    private final UploadSessionRepository sessions;
    private final FileRepository files;
    private final Clock clock;

    UploadTransactions(UploadSessionRepository sessions, FileRepository files, Clock clock) {
        this.sessions = sessions;
        this.files = files;
        this.clock = clock;
    }

    /** Keeps a session in the transaction of its file. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(FileEntity file, UploadSession session) {
        UploadSessionEntity row = new UploadSessionEntity();
        row.id = session.upload();
        row.file = file.key;
        row.createdAt = clock.instant();
        row.expiresAt = session.expires();
        sessions.persist(row);
        file.uploadExpiresAt = later(file.uploadExpiresAt, session.expires());
        sessions.flush();
    }

    /**
     * Keeps a session for a file that is there.
     *
     * @throws OutOfDateException if it is gone, or not the caller's any more
     */
    @Transactional
    FileEntity add(Access access, FileKey key, UploadSession session) {
        FileEntity file = files.lock(key)
                .filter(found -> access.covers(found.dataSetId))
                .orElseThrow(OutOfDateException::new);
        keep(file, session);
        return file;
    }

    /** Whether this session was opened for this file, and not too long ago. */
    @Transactional
    boolean has(FileKey file, UUID upload) {
        return sessions.exists(upload, file);
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one == null || one.isBefore(other) ? other : one;
    }
}
