package dev.coffer.files.create;

import dev.coffer.files.field.Label;
import dev.coffer.files.file.FileEntity;
import dev.coffer.files.file.FileEvents;
import dev.coffer.files.file.FileKey;
import dev.coffer.files.file.FileRepository;
import dev.coffer.files.file.OutOfDateException;
import dev.coffer.files.project.Access;
import dev.coffer.files.project.Project;
import dev.coffer.files.upload.UploadSessions.UploadSession;
import dev.coffer.files.upload.UploadTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** The transactions of a create call. */
@ApplicationScoped
class CreateFileTransactions {
    private static final Set<String> IDENTIFIERS = Set.of("file_pkey", "file_external_id");

    private final FileRepository files;
    private final UploadTransactions uploads;
    private final FileEvents events;
    private final Clock clock;

    CreateFileTransactions(FileRepository files, UploadTransactions uploads, FileEvents events, Clock clock) {
        this.files = files;
        this.uploads = uploads;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    Optional<FileEntity> byExternalId(Project project, @Nullable String externalId) {
        return externalId == null ? Optional.empty() : files.byExternalId(project, externalId);
    }

    /**
     * A new file without content.
     *
     * @throws OutOfDateException if its id or its externalId is in use by now
     */
    @Transactional
    FileEntity insert(FileKey key, CreateFileRequest request, UploadSession session) {
        FileEntity file = new FileEntity();
        file.key = key;
        file.createdAt = clock.instant();
        describe(file, request);
        file.updatedAt = file.createdAt;
        try {
            files.persistAndFlush(file);
        } catch (ConstraintViolationException e) {
            if (IDENTIFIERS.contains(e.getConstraintName())) {
                throw new OutOfDateException();
            }
            throw e;
        }
        uploads.keep(file, session);
        return file;
    }

    /**
     * Says something else about a file; its content stays until other content has come in.
     *
     * @throws OutOfDateException if the file is gone, has got another externalId, or is not the caller's any more
     */
    @Transactional
    FileEntity overwrite(Access access, FileKey key, CreateFileRequest request, UploadSession session) {
        FileEntity file = files.lock(key).orElse(null);
        if (file == null || !Objects.equals(request.externalId(), file.externalId) || !access.covers(file.dataSetId)) {
            throw new OutOfDateException();
        }
        describe(file, request);
        file.updatedAt = clock.instant();
        uploads.keep(file, session);
        events.updated(file);
        return file;
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

    private static <T extends @Nullable Object> T present(@Nullable T asked, T kept) {
        return asked == null ? kept : asked;
    }

    private static @Nullable List<Long> distinct(@Nullable List<Long> ids) {
        return ids == null ? null : ids.stream().distinct().toList();
    }

    private static @Nullable List<String> names(@Nullable List<Label> labels) {
        return labels == null ? null : labels.stream().map(Label::externalId).toList();
    }
}
