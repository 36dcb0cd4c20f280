package dev.coffer.files.content;

import dev.coffer.common.blobclient.CompletedUpload;
import dev.coffer.common.outbox.Outbox;
import dev.coffer.files.file.FileContent;
import dev.coffer.files.file.FileEntity;
import dev.coffer.files.file.FileEvents;
import dev.coffer.files.file.FileKey;
import dev.coffer.files.file.FileRepository;
import dev.coffer.files.project.Project;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/**
 * The one transition of content. It may be told of a completed upload any number of times, in any order,
 * because of an event or of a reader that asked: the newest content stays, every other reference is released, and each
 * content that a file ever had is announced once. Of content that came in several parts the hash follows later.
 */
@ApplicationScoped
class ContentTransactions {
    private final FileRepository files;
    private final FileEvents events;
    private final Outbox outbox;

    ContentTransactions(FileRepository files, FileEvents events, Outbox outbox) {
        this.files = files;
        this.events = events;
        this.outbox = outbox;
    }

    /**
     * The file as it is now; empty if it is gone.
     *
     * @param upload as blob-service answered when it was asked for this file
     */
    @Transactional
    Optional<FileEntity> receive(FileKey key, CompletedUpload upload) {
        Optional<FileEntity> file = files.lock(key);
        if (file.isEmpty()) {
            outbox.release(upload.ref(), new Project(key.tenant(), key.project()).owner());
        } else {
            receive(file.get(), upload);
        }
        return file;
    }

    private void receive(FileEntity file, CompletedUpload upload) {
        if (file.isOlderThan(upload)) {
            UUID old = file.content == null ? null : file.content.ref();
            file.content = FileContent.of(upload);
            events.uploaded(file, upload.createdNew());
            if (old != null) {
                outbox.release(old, file.project().owner());
            }
        } else if (file.content == null || !upload.ref().equals(file.content.ref())) {
            outbox.release(upload.ref(), file.project().owner());
        } else if (file.content.hash() == null && upload.hash() != null) {
            file.content = FileContent.of(upload);
            events.updated(file);
        }
    }
}
