package dev.coffer.files.upload;

import dev.coffer.files.file.FileEntity;
import dev.coffer.files.file.FileKey;
import dev.coffer.files.file.FileRepository;
import dev.coffer.files.file.OpenUploadEntity;
import dev.coffer.files.file.OutOfDate;
import dev.coffer.files.project.Access;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** The rights to upload that have been handed out for files. */
@ApplicationScoped
public class OpenUploads {
    private final EntityManager database;
    private final FileRepository files;
    private final Clock clock;

    OpenUploads(EntityManager database, FileRepository files, Clock clock) {
        this.database = database;
        this.files = files;
        this.clock = clock;
    }

    /** Notes a right in the transaction of its file. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void note(FileEntity file, Ticket ticket) {
        OpenUploadEntity upload = new OpenUploadEntity();
        upload.id = ticket.upload();
        upload.file = file.key;
        upload.createdAt = clock.instant();
        upload.expiresAt = ticket.expires();
        database.persist(upload);
        file.uploadExpiresAt = later(file.uploadExpiresAt, ticket.expires());
        database.flush();
    }

    /** Notes a right for a file that is there. @throws OutOfDate if it is gone, or not the caller's any more */
    @Transactional
    FileEntity add(Access access, FileKey key, Ticket ticket) {
        FileEntity file = files.lock(key)
                .filter(found -> access.covers(found.dataSetId))
                .orElseThrow(OutOfDate::new);
        note(file, ticket);
        return file;
    }

    /** Whether this right was handed out for this file, and not too long ago. */
    @Transactional
    boolean has(FileKey file, UUID upload) {
        OpenUploadEntity open = database.find(OpenUploadEntity.class, upload);
        return open != null && open.file.equals(file);
    }

    private static Instant later(Instant one, Instant other) {
        return one == null || one.isBefore(other) ? other : one;
    }
}
