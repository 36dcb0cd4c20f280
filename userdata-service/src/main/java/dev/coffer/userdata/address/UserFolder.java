package dev.coffer.userdata.address;

import dev.coffer.common.error.ServiceException;
import java.util.Arrays;

/**
 * A folder of a workspace (comfy.md section 5.1): it exists while there is a file below it, the root always.
 *
 * @param value the path without a slash at the end; empty for the root
 */
public record UserFolder(String value) {

    /**
     * Reads a folder as a query parameter names it, with or without a slash at the end.
     *
     * @param outside thrown if the path leads out of the workspace
     */
    public static UserFolder of(String text, ServiceException outside) {
        return new UserFolder(UserPath.normalise(PercentCoding.decodeAgain(text)).orElseThrow(() -> outside));
    }

    public boolean isRoot() {
        return value.isEmpty();
    }

    /** The prefix of all paths below the folder. */
    public String prefix() {
        return isRoot() ? "" : value + "/";
    }

    /** A path below the folder, as seen from the folder. */
    public String relative(String path) {
        return path.substring(prefix().length());
    }

    /** Whether a relative path has a name that starts with a dot: such files can be read but are not listed. */
    public static boolean isHidden(String relativePath) {
        return Arrays.stream(relativePath.split("/")).anyMatch(name -> name.startsWith("."));
    }
}
