package dev.coffer.files.file;

import dev.coffer.files.field.FileIds;
import dev.coffer.files.project.Project;
import dev.coffer.files.upload.UploadSessionEntity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

/** Rows for tests that are not about creating them. */
@ApplicationScoped
public class StoredFiles {
    private final FileRepository files;

    StoredFiles(FileRepository files) {
        this.files = files;
    }

    @Transactional
    public FileKey add(Project project, String externalId) {
        return add(project, file -> file.externalId = externalId);
    }

    @Transactional
    public FileKey add(Project project, Consumer<FileEntity> changes) {
        FileEntity file = new FileEntity();
        file.key = FileKey.of(project, FileIds.next());
        file.name = "name";
        file.createdAt = Instant.ofEpochMilli(1);
        file.updatedAt = Instant.ofEpochMilli(2);
        changes.accept(file);
        files.persist(file);
        return file.key;
    }

    /** A right to upload for the file. */
    @Transactional
    public UUID open(FileKey key, Instant expires) {
        UploadSessionEntity upload = new UploadSessionEntity();
        upload.id = UUID.randomUUID();
        upload.file = key;
        upload.createdAt = Instant.EPOCH;
        upload.expiresAt = expires;
        files.getEntityManager().persist(upload);
        return upload.id;
    }

    @Transactional
    public FileEntity get(FileKey key) {
        return files.findById(key);
    }

    @Transactional
    public void remove(FileKey key) {
        files.deleteById(key);
    }
}
