package dev.coffer.userdata.list;

import dev.coffer.common.database.ScansRows;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import dev.coffer.userdata.address.UserFolder;
import dev.coffer.userdata.address.UserPath;
import dev.coffer.userdata.file.UserFileRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** What is in a folder. */
@ApplicationScoped
class UserFileListService {
    private final UserFileListRepository lists;
    private final UserFileRepository files;

    UserFileListService(UserFileListRepository lists, UserFileRepository files) {
        this.lists = lists;
        this.files = files;
    }

    /**
     * The files of a folder, by path; of the path of a file, none (comfy.md section 5.2).
     *
     * @throws ServiceException {@code FILE_NOT_FOUND}, 404, if there is no such folder
     */
    @ScansRows
    @Transactional
    public List<ListedFile> folder(Owner owner, UserFolder folder, boolean recurse) {
        List<ListedFile> found = lists.list(owner, folder, recurse);
        if (found.isEmpty() && !folder.isRoot()) {
            UserPath path = new UserPath(folder.value());
            if (!files.isFolder(owner, path) && files.at(owner, path).isEmpty()) {
                throw new ServiceException(ErrorCode.FILE_NOT_FOUND, "Directory not found");
            }
        }
        return found;
    }

    /**
     * All files below a folder, by path; empty if there is no such folder.
     *
     * @throws ServiceException {@code INVALID_PATH}, 400, if it is a file (comfy.md section 5.7)
     */
    @ScansRows
    @Transactional
    public Optional<List<ListedFile>> tree(Owner owner, UserFolder folder) {
        List<ListedFile> found = lists.list(owner, folder, true);
        if (found.isEmpty() && !folder.isRoot()) {
            if (files.at(owner, new UserPath(folder.value())).isPresent()) {
                throw UserPath.invalid("Requested path is not a directory");
            }
            return Optional.empty();
        }
        return Optional.of(found);
    }
}
