package dev.coffer.asset.file;

import dev.coffer.asset.name.ContentName;
import dev.coffer.asset.name.FileName;
import dev.coffer.asset.name.Location;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.text.Text;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which file a client means (comfy.md section 4.4): by the hash of its content, by the name of the file, or by the
 * name that people have given to the asset.
 *
 * @param name the last step of the path, without an annotation
 * @param hash of the content, if the name says it
 * @param location where to look; empty for anywhere
 * @param subfolder empty for any
 */
public record FileTarget(String name, Optional<String> hash, Optional<Location> location, String subfolder) {
    /**
     * @param type of the file, if given; an annotation of the name ({@code a.png [input]}) goes before it
     * @param subfolder in which the file lies, if given
     * @throws ServiceException 400 for a name or a type that cannot be, 403 for a folder outside of its root
     */
    public static FileTarget of(@Nullable String filename, @Nullable String type, @Nullable String subfolder) {
        if (filename == null || filename.isBlank()) {
            throw ServiceException.invalidQuery("filename", "is required");
        }
        if (filename.length() > FileName.MAX_LENGTH || !Text.storable(filename)) {
            throw ServiceException.invalidQuery(
                    "filename",
                    "must have at most " + FileName.MAX_LENGTH + " characters, and no NUL or unpaired surrogates");
        }
        FileName file = FileName.of(filename);
        Optional<Location> location = file.location().isPresent() ? file.location() : location(type);
        String name = inside(file);
        return new FileTarget(name, ContentName.hash(name), location,
                FolderPath.inside(subfolder, ErrorCode.FORBIDDEN));
    }

    private static Optional<Location> location(@Nullable String type) {
        if (type == null || type.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(
                Location.of(type).orElseThrow(() -> ServiceException.invalidQuery("type", Location.ALLOWED)));
    }

    private static String inside(FileName file) {
        String[] steps = file.steps();
        String name = file.name();
        boolean outside = steps[0].isEmpty() || Arrays.asList(steps).contains("..");
        if (outside || name.isEmpty() || name.equals(".")) {
            throw new ServiceException(
                    ErrorCode.INVALID_PATH, "filename must be a name, without a leading slash and without '..'.");
        }
        return name;
    }
}
