package dev.coffer.userdata.file;

import dev.coffer.userdata.address.UserPath;
import java.util.function.Predicate;

/**
 * The two paths of a move, which share one request target: {@code <source>/move/<target>}. Slashes need not be
 * encoded, so the word may be a part of either path; the split is at the leftmost one whose left side exists
 * (comfy.md section 5.6).
 *
 * @param source what shall move; it exists
 * @param rawTarget where it shall be, as it was sent
 */
record MoveTarget(UserPath source, String rawTarget) {
    private static final String MOVE = "/move/";

    /** @throws dev.coffer.common.error.ServiceException 404 if nothing that exists could be meant; 400 or 403 */
    static MoveTarget split(String raw, Predicate<UserPath> exists) {
        for (int at = raw.indexOf(MOVE); at >= 0; at = raw.indexOf(MOVE, at + 1)) {
            UserPath source = UserPath.ofTarget(raw.substring(0, at));
            source.checkWritable();
            if (exists.test(source)) {
                return new MoveTarget(source, raw.substring(at + MOVE.length()));
            }
        }
        throw UserFileMoves.missing();
    }

    UserPath target() {
        return UserPath.ofTarget(rawTarget);
    }
}
