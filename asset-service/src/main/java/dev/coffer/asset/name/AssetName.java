package dev.coffer.asset.name;

import dev.coffer.common.error.ServiceException;
import dev.coffer.common.text.Text;
import org.jspecify.annotations.Nullable;

/** Names of assets: free labels, not unique, not paths (comfy.md sections 1.1 and 2.2). */
public final class AssetName {
    /** Longest name. */
    public static final int MAX_LENGTH = 512;

    private AssetName() {}

    /** The last segment of what a client calls a new asset, if anything is left of it. */
    public static @Nullable String ofPath(String field, @Nullable String path) {
        if (path == null) {
            return null;
        }
        String base = lastStep(path);
        return base.isEmpty() ? null : Text.check(field, base, MAX_LENGTH);
    }

    /** The last segment of a path, whichever slashes are in it; may be empty. */
    public static String lastStep(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).strip();
    }

    /** A name for an asset that is there, if the field is given. */
    public static <T extends @Nullable String> T label(String field, T name) {
        if (name != null && name.isBlank()) {
            throw ServiceException.invalidBody(field, "must not be blank");
        }
        Text.check(field, name, MAX_LENGTH);
        return name;
    }
}
