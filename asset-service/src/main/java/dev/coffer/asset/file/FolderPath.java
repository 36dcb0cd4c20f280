package dev.coffer.asset.file;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.text.Text;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The folder of a file, as clients of the open-source server send it. Here it names no place on a disk; it is kept
 * and compared, and one that would leave its root is refused as it is there (comfy.md sections 4.1, 4.2 and 4.4).
 */
public final class FolderPath {
    /** Longest folder. */
    public static final int MAX_LENGTH = 512;

    private FolderPath() {}

    /**
     * The folder without dots and empty steps; empty for the root.
     *
     * @param path null for the root
     * @param refusal the code for a folder outside of the root
     */
    public static String inside(String path, ErrorCode refusal) {
        if (path == null || path.isBlank()) {
            return "";
        }
        if (path.length() > MAX_LENGTH || !Text.storable(path)) {
            throw new ServiceException(ErrorCode.INVALID_PATH,
                    "subfolder must have at most " + MAX_LENGTH + " characters, and no NUL or unpaired surrogates.");
        }
        Deque<String> steps = new ArrayDeque<>();
        boolean outside = path.startsWith("/") || path.startsWith("\\");
        for (String step : path.split("[/\\\\]")) {
            if (step.equals("..")) {
                outside |= steps.pollLast() == null;
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        if (outside) {
            throw new ServiceException(refusal, "subfolder must stay inside of its root.");
        }
        return String.join("/", steps);
    }
}
