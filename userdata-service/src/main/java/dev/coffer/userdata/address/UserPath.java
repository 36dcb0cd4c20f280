package dev.coffer.userdata.address;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.text.RelativePath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file's place in the tree of a workspace: segments joined by slashes, without {@code .}, {@code ..} and empty
 * ones (comfy.md section 5.1).
 *
 * @param value as clients see it, such as {@code workflows/a b.json}
 */
public record UserPath(String value) {
    /** The file that shows the settings of the caller. */
    public static final String SETTINGS = "comfy.settings.json";

    private static final int MAX_BYTES = 1024;
    private static final int MAX_SEGMENT_BYTES = 255;

    /**
     * Reads a path as it stands in a request target, where a slash may be encoded or not.
     *
     * @param raw percent-encoded
     * @throws ServiceException {@code INVALID_PATH}, 400, if it cannot be the path of a file; {@code FORBIDDEN},
     *     403, if it leads out of the workspace
     */
    public static UserPath ofTarget(String raw) {
        return of(PercentCoding.decodeTarget(raw));
    }

    /** Checks and normalises a decoded path. */
    public static UserPath of(String path) {
        if (path.isEmpty()) {
            throw invalid("'file' is missing: the path must name a file.");
        }
        String normal = normalise(path).orElseThrow(UserPath::outside);
        if (path.endsWith("/") || normal.isEmpty()) {
            throw invalid("The path names a folder, not a file.");
        }
        return new UserPath(normal);
    }

    /**
     * The path without dots and doubled slashes; empty if it leads out of the workspace.
     *
     * @throws ServiceException {@code INVALID_PATH}, 400, if nothing could be there
     */
    public static Optional<String> normalise(String path) {
        if (path.chars().anyMatch(Character::isISOControl)) {
            throw invalid("A path must not contain control characters.");
        }
        Optional<List<String>> segments = RelativePath.steps(path, RelativePath.SLASH);
        if (segments.isEmpty()) {
            return Optional.empty();
        }
        segments.get().forEach(UserPath::checkName);
        String normal = String.join("/", segments.get());
        if (bytes(normal) > MAX_BYTES) {
            throw invalid("A path must have at most " + MAX_BYTES + " bytes.");
        }
        return Optional.of(normal);
    }

    private static void checkName(String segment) {
        if (bytes(segment) > MAX_SEGMENT_BYTES) {
            throw invalid("A name must have at most " + MAX_SEGMENT_BYTES + " bytes.");
        }
    }

    /** Whether the file at this path shows settings. */
    public boolean isSettings() {
        return value.equals(SETTINGS);
    }

    /** @throws ServiceException {@code FORBIDDEN}, 403, if it is read-only */
    public void checkWritable() {
        if (root().equals(SETTINGS)) {
            throw new ServiceException(
                    ErrorCode.FORBIDDEN, SETTINGS + " shows your settings and is for reading only: use /api/settings.");
        }
    }

    /** The last segment. */
    public String name() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    /** The first segment: the file itself or the folder in the root that holds it. */
    public String root() {
        return value.split("/", 2)[0];
    }

    /** The folders above the file, from the root down. */
    public List<String> folders() {
        List<String> folders = new ArrayList<>();
        for (int slash = value.indexOf('/'); slash >= 0; slash = value.indexOf('/', slash + 1)) {
            folders.add(value.substring(0, slash));
        }
        return folders;
    }

    /**
     * The path of what lies below this one, once this one has moved.
     *
     * @throws ServiceException if it gets too long
     */
    public UserPath moved(UserPath from, UserPath to) {
        return of(to.value + value.substring(from.value.length()));
    }

    /** Whether this path lies below that folder. */
    public boolean isBelow(UserPath folder) {
        return value.startsWith(folder.value + "/");
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The error for an invalid path. */
    public static ServiceException invalid(String rule) {
        return new ServiceException(ErrorCode.INVALID_PATH, rule);
    }

    private static ServiceException outside() {
        return new ServiceException(ErrorCode.FORBIDDEN,
                "The requested path is not allowed: it leads out of the workspace.");
    }
}
