package dev.coffer.userdata.list;

import dev.coffer.userdata.address.UserFolder;
import dev.coffer.userdata.address.UserPath;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A file or a folder in the tree of a workspace (comfy.md section 5.7).
 *
 * @param name the last segment of the path
 * @param path relative to the root
 * @param type {@code file} or {@code directory}
 * @param size in bytes; absent for a folder
 * @param modified seconds since the epoch, with fractions; absent for a folder
 */
@Schema(name = "UserDataTreeEntry")
record TreeEntry(
        @Schema(required = true) String name,
        @Schema(required = true) String path,
        @Schema(required = true, enumeration = {"file", "directory"}) String type,
        Long size,
        BigDecimal modified) {
    private static final String DIRECTORY = "directory";
    private static final int MICROS = 6;
    private static final Comparator<TreeEntry> FOLDERS_FIRST = Comparator.comparing((TreeEntry e) -> e.isFile())
            .thenComparing(entry -> entry.name.toLowerCase(Locale.ROOT))
            .thenComparing(TreeEntry::path);

    /** Folders first, then by name; folders are those above the files. */
    static List<TreeEntry> of(UserFolder root, List<ListedFile> files) {
        Stream<TreeEntry> folders = files.stream()
                .flatMap(file -> new UserPath(file.path()).folders().stream())
                .filter(folder -> folder.length() > root.value().length())
                .distinct()
                .map(TreeEntry::folder);
        return Stream.concat(folders, files.stream().map(TreeEntry::file)).sorted(FOLDERS_FIRST).toList();
    }

    private static TreeEntry folder(String path) {
        return new TreeEntry(new UserPath(path).name(), path, DIRECTORY, null, null);
    }

    private static TreeEntry file(ListedFile file) {
        return new TreeEntry(new UserPath(file.path()).name(), file.path(), "file", file.size(),
                BigDecimal.valueOf(file.modifiedMicros(), MICROS));
    }

    private boolean isFile() {
        return !type.equals(DIRECTORY);
    }
}
