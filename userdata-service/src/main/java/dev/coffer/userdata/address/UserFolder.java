package dev.coffer.userdata.file;

import dev.coffer.common.error.ServiceException;
import dev.coffer.userdata.address.PercentCoding;
import java.util.Arrays;

/**
 * A folder of a workspace (comfy.md section 5.1): it exists while there is a file below it, the root always.
 *
 * @param value the path without a slash at the end; empty for the root
 */
record UserFolder(String value) {

    /**
     * Reads a folder as a query parameter names it, with or without a slash at the end.
     *
     * @param outside thrown if the path leads out of the workspace
     */
    static UserFolder of(String text, ServiceException outside) {
        return new UserFolder(UserPath.normalise(PercentCoding.decodeAgain(text)).orElseThrow(() -> outside));
    }

    boolean isRoot() {
        return value.isEmpty();
    }

    /** What the path of everything below starts with. */
    String prefix() {
        return isRoot() ? "" : value + "/";
    }

    /** A path below the folder, as seen from the folder. */
    String relative(String path) {
        return path.substring(prefix().length());
    }

    /** Whether a relative path has a name that starts with a dot: such files can be read but are not listed. */
    static boolean isHidden(String relativePath) {
        return Arrays.stream(relativePath.split("/")).anyMatch(name -> name.startsWith("."));
    }
}
