package dev.coffer.userdata.move;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.json.JsonMemory;
import dev.coffer.userdata.address.UserPath;
import dev.coffer.userdata.error.UserdataErrorCode;
import dev.coffer.userdata.file.PathTurns;
import dev.coffer.userdata.file.UserFile;
import dev.coffer.userdata.file.UserFileEvents;
import dev.coffer.userdata.file.UserFileRepository;
import dev.coffer.userdata.version.VersionTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Moves of files and of whole folders (comfy.md section 5.6). All files of a folder move in one transaction, with one
 * event each, so that a partial move is never visible.
 */
@ApplicationScoped
class MoveTransactions {
    private static final long BYTES_PER_FILE = 2048;

    private final UserFileRepository files;
    private final PathTurns turns;
    private final VersionTransactions versions;
    private final UserFileEvents events;
    private final JsonMemory memory;
    private final Clock clock;

    MoveTransactions(
            UserFileRepository files,
            PathTurns turns,
            VersionTransactions versions,
            UserFileEvents events,
            JsonMemory memory,
            Clock clock) {
        this.files = files;
        this.turns = turns;
        this.versions = versions;
        this.events = events;
        this.memory = memory;
        this.clock = clock;
    }

    /** The first of these paths at which there is a file or a folder. */
    @Transactional
    public Optional<UserPath> firstThere(Owner owner, List<UserPath> paths) {
        return files.firstThere(owner, paths);
    }

    /**
     * Moves a file or a folder. A file may replace another file; a folder replaces nothing, and folders are never
     * merged.
     *
     * @throws ServiceException {@code FILE_NOT_FOUND}, {@code FILE_EXISTS}, {@code INVALID_PATH} or
     *     {@code PRECONDITION_FAILED}; then nothing has moved
     */
    MovedFile move(MoveUserFile wish) {
        wish.source().checkWritable();
        wish.target().checkWritable();
        return turns.change(wish.owner(), () -> moveInTurn(wish), wish.source(), wish.target());
    }

    private MovedFile moveInTurn(MoveUserFile wish) {
        Optional<UserFile> file = files.lock(wish.owner(), wish.source());
        return file.isPresent() ? moveFile(file.get(), wish) : moveFolder(wish);
    }

    private MovedFile moveFile(UserFile file, MoveUserFile wish) {
        wish.conditions().checkWrite(Optional.of(file.etag()));
        if (wish.changesNothing()) {
            wish.refuseIfKept(true);
            return MovedFile.file(file);
        }
        Optional<UserFile> replaced = files.lock(wish.owner(), wish.target());
        wish.refuseIfKept(replaced.isPresent() || files.isFolder(wish.owner(), wish.target()));
        files.checkPlace(wish.owner(), wish.target());
        replaced.ifPresent(this::remove);
        file.moveTo(wish.target());
        files.flush();
        versions.move(wish.owner(), wish.source().value(), wish.target().value());
        events.moved(file);
        return MovedFile.file(file);
    }

    private void remove(UserFile file) {
        files.delete(file);
        files.flush();
        versions.keep(file.version(clock.instant()));
        events.deleted(file);
    }

    private MovedFile moveFolder(MoveUserFile wish) {
        // All of them are in memory at a time, with an event each.
        memory.takeNow(files.countBelow(wish.owner(), wish.source()) * BYTES_PER_FILE);
        List<UserFile> inside = files.lockBelow(wish.owner(), wish.source());
        if (inside.isEmpty()) {
            throw missing();
        }
        wish.conditions().checkWrite(Optional.empty());
        if (wish.changesNothing()) {
            wish.refuseIfKept(true);
            return MovedFile.folder(wish.target(), inside);
        }
        checkFree(wish);
        inside.forEach(file -> file.moveTo(new UserPath(file.path()).moved(wish.source(), wish.target())));
        files.flush();
        // Otherwise each event compares all of them with what is stored.
        files.detachAll();
        versions.moveFolder(wish.owner(), wish.source().value(), wish.target().value());
        inside.forEach(events::moved);
        return MovedFile.folder(wish.target(), inside);
    }

    private void checkFree(MoveUserFile wish) {
        if (wish.target().isBelow(wish.source())) {
            throw UserPath.invalid("A folder cannot be moved into itself.");
        }
        boolean file = files.at(wish.owner(), wish.target()).isPresent();
        boolean folder = files.isFolder(wish.owner(), wish.target());
        wish.refuseIfKept(file || folder);
        if (folder) {
            throw new ServiceException(UserdataErrorCode.FILE_EXISTS,
                    "There is such a folder already; folders are not merged.");
        }
        if (file) {
            throw UserPath.invalid("The path names a file, and a folder cannot take its place.");
        }
        files.checkAbove(wish.owner(), wish.target());
    }

    static ServiceException missing() {
        return new ServiceException(ErrorCode.FILE_NOT_FOUND, "File not found");
    }
}
