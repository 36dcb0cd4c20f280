package dev.coffer.userdata.move;

import dev.coffer.common.content.Preconditions;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import dev.coffer.userdata.address.UserPath;
import dev.coffer.userdata.error.UserdataErrorCode;

/**
 * A request to move a file or a folder.
 *
 * @param owner the workspace
 * @param source where it is
 * @param target where it shall be
 * @param overwrite whether a file that is there may go
 * @param conditions further conditions on the file that is moved
 */
record MoveUserFile(Owner owner, UserPath source, UserPath target, boolean overwrite, Preconditions conditions) {

    boolean changesNothing() {
        return source.equals(target);
    }

    /** @throws ServiceException {@code FILE_EXISTS}, 409 */
    void refuseIfKept(boolean somethingIsThere) {
        if (somethingIsThere && !overwrite) {
            throw new ServiceException(UserdataErrorCode.FILE_EXISTS, "File already exists");
        }
    }
}
