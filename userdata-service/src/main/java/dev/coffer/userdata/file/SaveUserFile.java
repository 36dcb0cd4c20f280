package dev.coffer.userdata.file;

import dev.coffer.common.content.Preconditions;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import dev.coffer.userdata.address.UserPath;
import dev.coffer.userdata.error.UserdataErrorCode;
import java.util.Optional;

/**
 * A request to save content at a path.
 *
 * @param owner the workspace
 * @param path where
 * @param subject who wishes it
 * @param overwrite whether a file that is there may get the new content
 * @param conditions further conditions on what is there now
 */
record SaveUserFile(Owner owner, UserPath path, String subject, boolean overwrite, Preconditions conditions) {

    /** @throws ServiceException {@code FILE_EXISTS}, 409, or {@code PRECONDITION_FAILED}, 412 */
    void checkAgainst(Optional<UserFile> present) {
        if (present.isPresent() && !overwrite) {
            throw new ServiceException(UserdataErrorCode.FILE_EXISTS, "File already exists");
        }
        conditions.checkWrite(present.map(UserFile::etag));
    }
}
