package dev.coffer.asset.v2;

import dev.coffer.common.error.ServiceException;
import dev.coffer.common.text.Text;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where a client wants an asset to lie: {@code photo.png}, {@code models/checkpoints/x.safetensors}. */
final class FilePath {
    private static final String FIELD = "file_path";
    private static final int MAX_LENGTH = 1024;

    private FilePath() {}

    /**
     * Unlike other paths it is kept as it was sent.
     *
     * @throws ServiceException unless it is a relative path in normal form, or absent
     */
    static @Nullable String checked(@Nullable String path) {
        if (path == null) {
            return null;
        }
        if (path.isBlank() || Arrays.stream(path.split("/", -1)).anyMatch(FilePath::noName)) {
            throw ServiceException.invalidBody(FIELD,
                    "must be a relative path such as models/checkpoints/x.safetensors");
        }
        return Text.check(FIELD, path, MAX_LENGTH);
    }

    private static boolean noName(String segment) {
        return segment.isBlank() || segment.equals(".") || segment.equals("..");
    }
}
