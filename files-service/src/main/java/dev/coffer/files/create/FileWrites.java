package dev.coffer.files.create;

import dev.coffer.files.file.FileEntity;
import dev.coffer.files.file.FileEvents;
import dev.coffer.files.file.FileKey;
import dev.coffer.files.file.FileRepository;
import dev.coffer.files.file.Label;
import dev.coffer.files.file.OpenUploadEntity;
import dev.coffer.files.project.Project;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.exception.ConstraintViolationException;

/** The transactions of a create call. */
@ApplicationScoped
class FileWrites {
    private static final Set<String> IDENTIFIERS = Set.of("file_pkey", "file_external_id");

    private final FileRepository files;
    private final EntityManager database;
    private final FileEvents events;
    private final Clock clock;

    FileWrites(FileRepository files, EntityManager database, FileEvents events, Clock clock) {
        this.files = files;
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** Somebody else was faster: what the caller knew about the identifiers is out of date. */
    static final class OutOfDate extends RuntimeException {
        OutOfDate() {
            super("out of date", null, false, false);
        }
    }

    @Transactional
    Optional<FileEntity> byExternalId(Project project, String externalId) {
        return externalId == null ? Optional.empty() : files.byExternalId(project, externalId);
    }

    /** A new file without content. @throws OutOfDate if its id or its externalId is in use by now */
    @Transactional
    FileEntity insert(FileKey key, CreateFileRequest request, Ticket ticket) {
        FileEntity file = new FileEntity();
        file.key = key;
        file.createdAt = clock.instant();
        describe(file, request);
        file.updatedAt = file.createdAt;
        try {
            files.persistAndFlush(file);
        } catch (ConstraintViolationException e) {
            if (IDENTIFIERS.contains(e.getConstraintName())) {
                throw new OutOfDate();
            }
            throw e;
        }
        open(file, ticket);
        return file;
    }

    /**
     * Says something else about a file; its content stays until other content has come in.
     *
     * @throws OutOfDate if the file is gone or has got another externalId
     */
    @Transactional
    FileEntity overwrite(FileKey key, CreateFileRequest request, Ticket ticket) {
        FileEntity file = database.find(FileEntity.class, key, LockModeType.PESSIMISTIC_WRITE);
        if (file == null || !request.externalId().equals(file.externalId)) {
            throw new OutOfDate();
        }
        describe(file, request);
        file.updatedAt = clock.instant();
        open(file, ticket);
        events.updated(file);
        return file;
    }

    private void open(FileEntity file, Ticket ticket) {
        OpenUploadEntity upload = new OpenUploadEntity();
        upload.id = ticket.upload();
        upload.file = file.key;
        upload.createdAt = file.updatedAt;
        upload.expiresAt = ticket.expires();
        database.persist(upload);
        file.uploadExpiresAt = later(file.uploadExpiresAt, ticket.expires());
        database.flush();
    }

    /** Present replaces, absent keeps (cdf-files.md section 3.1). */
    private static void describe(FileEntity file, CreateFileRequest request) {
        file.name = request.name();
        file.externalId = request.externalId();
        file.directory = present(request.directory(), file.directory);
        file.source = present(request.source(), file.source);
        file.mimeType = present(request.mimeType(), file.mimeType);
        file.metadata = present(request.metadata(), file.metadata);
        file.assetIds = present(distinct(request.assetIds()), file.assetIds);
        file.dataSetId = present(request.dataSetId(), file.dataSetId);
        file.sourceCreatedTime = present(request.sourceCreatedTime(), file.sourceCreatedTime);
        file.sourceModifiedTime = present(request.sourceModifiedTime(), file.sourceModifiedTime);
        file.labels = present(names(request.labels()), file.labels);
        file.geoLocation = present(request.geoLocation(), file.geoLocation);
    }

    private static <T> T present(T asked, T kept) {
        return asked == null ? kept : asked;
    }

    private static Instant later(Instant one, Instant other) {
        return one == null || one.isBefore(other) ? other : one;
    }

    private static List<Long> distinct(List<Long> ids) {
        return ids == null ? null : ids.stream().distinct().toList();
    }

    private static List<String> names(List<Label> labels) {
        return labels == null ? null : labels.stream().map(Label::externalId).toList();
    }
}
