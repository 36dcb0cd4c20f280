package dev.coffer.userdata.list;

import dev.coffer.userdata.address.UserFolder;
import dev.coffer.userdata.address.UserPath;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

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
        @Schema(required = true, enumeration = {
            "file", "directory"}) String type,
        @Nullable Long size,
        @Nullable BigDecimal modified) {
    private static final String DIRECTORY = "directory";
    private static final int MICROS = 6;
    private static final long BYTES_PER_FOLDER = 150;
    private static final Comparator<TreeEntry> FOLDERS_FIRST = Comparator.comparing((TreeEntry e) -> e.isFile())
            .thenComparing(entry -> entry.name.toLowerCase(Locale.ROOT))
            .thenComparing(TreeEntry::path);

    /**
     * Folders first, then by name; folders are those above the files.
     *
     * @param files sorted by path, so that files of one folder are adjacent
     * @param memory told how many bytes of heap the folders take: each file may be below hundreds that no other is in
     */
    static List<TreeEntry> of(UserFolder root, List<ListedFile> files, LongConsumer memory) {
        List<TreeEntry> entries = new ArrayList<>();
        String before = "";
        for (ListedFile file : files) {
            String path = file.path();
            int common = commonPrefix(before, path);
            for (int slash = path.indexOf('/', root.value().length() + 1); slash >= 0;
                    slash = path.indexOf('/', slash + 1)) {
                if (slash >= common) {
                    memory.accept(BYTES_PER_FOLDER + 2L * slash);
                    entries.add(folder(path.substring(0, slash)));
                }
            }
            entries.add(file(file));
            before = path;
        }
        entries.sort(FOLDERS_FIRST);
        return List.copyOf(entries);
    }

    private static int commonPrefix(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
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
