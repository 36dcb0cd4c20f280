package dev.coffer.userdata.history;

import dev.coffer.common.content.Preconditions;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import dev.coffer.userdata.address.UserPath;
import dev.coffer.userdata.file.FileContent;
import dev.coffer.userdata.file.PathTurns;
import dev.coffer.userdata.file.UserFile;
import dev.coffer.userdata.file.UserFileEvents;
import dev.coffer.userdata.file.UserFileRepository;
import dev.coffer.userdata.version.FileVersion;
import dev.coffer.userdata.version.VersionContent;
import dev.coffer.userdata.version.VersionTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The transactions on the history of files: lists and restores earlier contents (docs/compatibility.md, "versions").
 * The history of a deleted file stays at its path until it expires.
 */
@ApplicationScoped
class HistoryTransactions {
    private final UserFileRepository files;
    private final PathTurns turns;
    private final VersionTransactions versions;
    private final UserFileEvents events;
    private final Clock clock;

    HistoryTransactions(
            UserFileRepository files, PathTurns turns, VersionTransactions versions, UserFileEvents events,
            Clock clock) {
        this.files = files;
        this.turns = turns;
        this.versions = versions;
        this.events = events;
        this.clock = clock;
    }

    /** The present content, if there is a file, and the earlier ones, the latest first. */
    @Transactional
    public List<VersionView> list(Owner owner, UserPath path) {
        Stream<VersionView> present = files.at(owner, path).map(UserFile::present).map(VersionView::of).stream();
        Stream<VersionView> past = versions.list(owner, path.value()).stream().map(VersionView::of);
        List<VersionView> all = Stream.concat(present, past).toList();
        if (all.isEmpty()) {
            throw unknown();
        }
        return all;
    }

    /** @throws ServiceException 404 for a version that is unknown, dropped or another file's */
    @Transactional
    public FileContent find(Owner owner, UserPath path, UUID version) {
        return files.at(owner, path)
                .filter(file -> file.present().version().equals(version))
                .map(UserFile::content)
                .or(() -> versions.find(owner, path.value(), version)
                        .map(FileVersion::content)
                        .map(content -> FileContent.of(owner, path.value(), content)))
                .orElseThrow(HistoryTransactions::unknown);
    }

    /**
     * Makes an earlier content the present one; the present one becomes an entry of the history. Does nothing if it is
     * the present one already.
     */
    UserFile restore(RestoreUserFile wish) {
        wish.path().checkWritable();
        return turns.change(wish.owner(), () -> restoreInTurn(wish), wish.path());
    }

    private UserFile restoreInTurn(RestoreUserFile wish) {
        Optional<UserFile> present = files.lock(wish.owner(), wish.path());
        if (present.filter(file -> file.present().version().equals(wish.version())).isPresent()) {
            return present.get();
        }
        wish.conditions().checkWrite(present.map(UserFile::etag));
        VersionContent content =
                versions.take(wish.owner(), wish.path().value(), wish.version())
                        .orElseThrow(HistoryTransactions::unknown);
        present.ifPresent(file -> versions.keep(file.version(clock.instant())));
        UserFile file = present.orElseGet(() -> revived(wish));
        file.restore(content, wish.subject(), clock.instant());
        files.persistAndFlush(file);
        events.uploaded(file, present.isEmpty());
        return file;
    }

    private UserFile revived(RestoreUserFile wish) {
        files.checkPlace(wish.owner(), wish.path());
        versions.revive(wish.owner(), wish.path().value());
        return new UserFile(wish.owner(), wish.path(), wish.subject(), clock.instant());
    }

    /** Deletes all earlier contents; the present one stays. */
    void forget(Owner owner, UserPath path) {
        turns.change(owner, () -> forgetInTurn(owner, path), path);
    }

    private Optional<UserFile> forgetInTurn(Owner owner, UserPath path) {
        Optional<UserFile> present = files.lock(owner, path);
        if (present.isEmpty() && versions.list(owner, path.value()).isEmpty()) {
            throw unknown();
        }
        versions.forget(owner, path.value());
        return present;
    }

    private static ServiceException unknown() {
        return new ServiceException(ErrorCode.FILE_NOT_FOUND, "There is no such version of a file");
    }

    /**
     * A request to restore an earlier content.
     *
     * @param owner the workspace
     * @param path of the file, which may be deleted
     * @param version which content
     * @param subject who wishes it
     * @param conditions further conditions on what is there now
     */
    record RestoreUserFile(Owner owner, UserPath path, UUID version, String subject, Preconditions conditions) {}
}
