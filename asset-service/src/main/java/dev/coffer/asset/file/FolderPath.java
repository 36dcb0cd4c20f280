package dev.coffer.asset.file;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.text.RelativePath;
import dev.coffer.common.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a file, as clients of the open-source server send it. Here it is not a directory of a disk; it is kept
 * and compared, and one that would leave its root is refused as the open-source server does (comfy.md sections 4.1, 4.2
 * and 4.4). Folders in metadata are never refused ({@code Place}), and paths of version 2 are never resolved.
 */
public final class FolderPath {
    /** Longest folder. */
    public static final int MAX_LENGTH = 512;

    private FolderPath() {}

    /**
     * The folder without dots and empty steps; empty for the root.
     *
     * @param path as the client sends it; if absent, the root
     * @param refusal the code for a folder outside of the root
     */
    public static String inside(@Nullable String path, ErrorCode refusal) {
        if (path == null || path.isBlank()) {
            return "";
        }
        if (path.length() > MAX_LENGTH || !Text.storable(path)) {
            throw new ServiceException(ErrorCode.INVALID_PATH,
                    "subfolder must have at most " + MAX_LENGTH + " characters, and no NUL or unpaired surrogates.");
        }
        return RelativePath.steps(path, RelativePath.ANY_SLASH)
                .map(steps -> String.join("/", steps))
                .orElseThrow(() -> new ServiceException(refusal, "subfolder must stay inside of its root."));
    }
}
