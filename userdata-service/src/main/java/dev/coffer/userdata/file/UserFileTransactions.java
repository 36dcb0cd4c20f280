package dev.coffer.userdata.file;

import dev.coffer.common.blobclient.StoredBlob;
import dev.coffer.common.content.Preconditions;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.outbox.Outbox;
import dev.coffer.userdata.address.UserPath;
import dev.coffer.userdata.version.VersionTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * The transactions on user files: the row, its event and the release of its previous content are committed together.
 * Changes below one first segment are serialised.
 */
@ApplicationScoped
public class UserFileTransactions {
    private final UserFileRepository files;
    private final PathTurns turns;
    private final VersionTransactions versions;
    private final UserFileEvents events;
    private final Outbox outbox;
    private final Clock clock;

    UserFileTransactions(
            UserFileRepository files,
            PathTurns turns,
            VersionTransactions versions,
            UserFileEvents events,
            Outbox outbox,
            Clock clock) {
        this.files = files;
        this.turns = turns;
        this.versions = versions;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * The file at this path.
     *
     * @throws ServiceException 404, or 400 if the path is that of a folder
     */
    @Transactional
    public UserFile find(Owner owner, UserPath path) {
        return files.at(owner, path).orElseThrow(() -> missing(owner, path));
    }

    /** Refuses early what {@link #save} would refuse, before the body is transferred. */
    @Transactional
    public void check(SaveUserFile wish) {
        wish.path().checkWritable();
        Optional<UserFile> present = files.at(wish.owner(), wish.path());
        if (present.isEmpty()) {
            files.checkPlace(wish.owner(), wish.path());
        }
        wish.checkAgainst(present);
    }

    /** Puts stored content at a path. After a ServiceException nothing has changed. */
    UserFile save(SaveUserFile wish, UUID ref, StoredBlob content) {
        return turns.change(wish.owner(), () -> saveInTurn(wish, ref, content), wish.path());
    }

    private UserFile saveInTurn(SaveUserFile wish, UUID ref, StoredBlob content) {
        Optional<UserFile> present = files.lock(wish.owner(), wish.path());
        wish.checkAgainst(present);
        present.ifPresent(file -> replace(file, content));
        UserFile file = present.orElseGet(() -> create(wish));
        file.put(ref, content, wish.subject(), clock.instant());
        files.persistAndFlush(file);
        events.uploaded(file, present.isEmpty());
        return file;
    }

    private void replace(UserFile file, StoredBlob content) {
        if (file.hash.equals(content.hash())) {
            outbox.release(file.contentRef, new Owner(file.tenant, file.owner));
        } else {
            versions.keep(file.version(clock.instant()));
        }
    }

    /** Deletes the file at this path, if the conditions hold. */
    void delete(Owner owner, UserPath path, Preconditions conditions) {
        path.checkWritable();
        turns.change(owner, () -> deleteInTurn(owner, path, conditions), path);
    }

    private UserFile deleteInTurn(Owner owner, UserPath path, Preconditions conditions) {
        UserFile file = files.lock(owner, path).orElseThrow(() -> missing(owner, path));
        conditions.checkWrite(Optional.of(file.etag()));
        files.delete(file);
        files.flush();
        versions.keepDeleted(file.version(clock.instant()));
        events.deleted(file);
        return file;
    }

    private UserFile create(SaveUserFile wish) {
        files.checkPlace(wish.owner(), wish.path());
        versions.revive(wish.owner(), wish.path().value());
        return new UserFile(wish.owner(), wish.path(), wish.subject(), clock.instant());
    }

    private ServiceException missing(Owner owner, UserPath path) {
        files.checkNoFolder(owner, path);
        return new ServiceException(ErrorCode.FILE_NOT_FOUND, "File not found");
    }
}
