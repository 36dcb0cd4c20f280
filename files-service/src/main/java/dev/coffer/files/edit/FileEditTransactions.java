package dev.coffer.files.edit;

import dev.coffer.common.outbox.Outbox;
import dev.coffer.files.change.Value;
import dev.coffer.files.file.FileEntity;
import dev.coffer.files.file.FileEvents;
import dev.coffer.files.file.FileRepository;
import dev.coffer.files.file.OutOfDateException;
import dev.coffer.files.identifier.FileRefusals;
import dev.coffer.files.identifier.Identifier;
import dev.coffer.files.project.Access;
import dev.coffer.files.upload.UploadSessionRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.exception.ConstraintViolationException;

/** The transactions of updates and deletions: all files of a request, or none. */
@ApplicationScoped
class FileEditTransactions {
    private static final String EXTERNAL_ID_INDEX = "file_external_id";

    private final FileRepository files;
    private final UploadSessionRepository sessions;
    private final FileEvents events;
    private final Outbox outbox;
    private final Clock clock;

    FileEditTransactions(
            FileRepository files, UploadSessionRepository sessions, FileEvents events, Outbox outbox, Clock clock) {
        this.files = files;
        this.sessions = sessions;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Changes all of these files.
     *
     * @param wanted the ids behind the names of the items, in their order
     * @throws OutOfDateException if a concurrent change was committed first: the same call may succeed now
     */
    @Transactional
    List<FileEntity> update(Access access, Map<Identifier, Long> wanted, List<UpdateFilesRequest.Item> items) {
        List<FileEntity> found = lock(access, wanted);
        refuseTaken(access, items, found);
        for (int i = 0; i < items.size(); i++) {
            FileEntity file = found.get(i);
            items.get(i).update().applyTo("items[" + i + "].update", file);
            file.updatedAt = clock.instant();
        }
        try {
            files.flush();
        } catch (ConstraintViolationException e) {
            if (EXTERNAL_ID_INDEX.equals(e.getConstraintName())) {
                throw new OutOfDateException();
            }
            throw e;
        }
        // Else Hibernate would look for changes in all of them, once for each event.
        files.detachAll();
        found.forEach(events::updated);
        return found;
    }

    /** Deletes these files: their content is released, and their upload links end. */
    @Transactional
    void delete(Access access, Map<Identifier, Long> wanted) {
        List<FileEntity> found = lock(access, wanted);
        files.detachAll();
        for (FileEntity file : found) {
            events.deleted(file);
            if (file.content != null) {
                outbox.release(file.content.ref(), access.project().owner());
            }
        }
        if (!found.isEmpty()) {
            outbox.closeUploads(sessions.of(access.project(), ids(found)), access.project().owner());
            files.remove(access.project(), ids(found));
        }
    }

    /**
     * The files in the order of their names, locked in the order of their ids, so that transactions do not deadlock.
     */
    private List<FileEntity> lock(Access access, Map<Identifier, Long> wanted) {
        Map<Long, FileEntity> locked = new HashMap<>();
        files.lockAll(access.project(), wanted.values()).forEach(file -> locked.put(file.key.id(), file));
        List<FileEntity> inOrder = new ArrayList<>();
        wanted.forEach((name, id) -> {
            FileEntity file = locked.get(id);
            if (file == null || !name.names(file) || !access.covers(file.dataSetId)) {
                throw new OutOfDateException();
            }
            inOrder.add(file);
        });
        return inOrder;
    }

    /** An externalId is taken as long as another file has it, also one that the same request renames. */
    private void refuseTaken(Access access, List<UpdateFilesRequest.Item> items, List<FileEntity> found) {
        Map<String, Long> wanted = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            Value.OfText change = items.get(i).update().externalId();
            if (change != null && change.set() != null) {
                wanted.put(change.set(), found.get(i).key.id());
            }
        }
        List<Identifier> taken = new ArrayList<>();
        files.idsByExternalIds(access.project(), wanted.keySet()).forEach((name, holder) -> {
            if (!holder.equals(wanted.get(name))) {
                taken.add(Identifier.ofExternalId(name));
            }
        });
        if (!taken.isEmpty()) {
            throw FileRefusals.duplicated(taken);
        }
    }

    private static List<Long> ids(List<FileEntity> files) {
        return files.stream().map(file -> file.key.id()).toList();
    }
}
