package dev.coffer.images.archive;

import dev.coffer.localstack.component.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Makes a root file system of an image: its layers in order, each over those before. Files keep their permissions and
 * times, and belong to whoever runs this.
 */
public final class Unpacker {
    private static final String REMOVED = ".wh.";
    private static final String EMPTIED = ".wh..wh..opq";

    private final Path root;
    private final List<Stamp> times = new ArrayList<>();

    private record Stamp(Path file, FileTime time) {}

    private Unpacker(Path root) {
        this.root = root;
    }

    /** Unpacks it into a directory, which is made. */
    public static void unpack(OciArchive archive, Path directory) throws IOException {
        unpack(archive.layers(), directory);
    }

    static void unpack(List<TarArchiveInputStream> layers, Path directory) throws IOException {
        Unpacker unpacker = new Unpacker(Files.createDirectories(directory).toRealPath());
        for (TarArchiveInputStream layer : layers) {
            try (layer) {
                unpacker.apply(layer);
            }
        }
        // Last, and what is in a directory before it, because a new file changes the time of its directory.
        for (Stamp stamp : unpacker.times.reversed()) {
            if (Files.exists(stamp.file, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(stamp.file)) {
                Files.setLastModifiedTime(stamp.file, stamp.time);
            }
        }
    }

    private void apply(TarArchiveInputStream layer) throws IOException {
        for (TarArchiveEntry entry = layer.getNextEntry(); entry != null; entry = layer.getNextEntry()) {
            Path target = within(root.resolve(entry.getName()).normalize());
            String name = target.getFileName().toString();
            if (target.equals(root)) {
                continue;
            }
            if (name.equals(EMPTIED)) {
                empty(target.resolveSibling(""));
            } else if (name.startsWith(REMOVED)) {
                remove(target.resolveSibling(name.substring(REMOVED.length())));
            } else {
                put(layer, entry, target);
            }
        }
    }

    private void put(TarArchiveInputStream layer, TarArchiveEntry entry, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        if (entry.isDirectory()) {
            if (!Files.isDirectory(target)) {
                remove(target);
                Files.createDirectory(target);
            }
        } else if (entry.isSymbolicLink()) {
            remove(target);
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        } else if (entry.isLink()) {
            remove(target);
            Files.createLink(target, within(root.resolve(entry.getLinkName()).normalize()));
        } else if (entry.isFile()) {
            remove(target);
            Files.copy(layer, target, StandardCopyOption.REPLACE_EXISTING);
        } else {
            return;
        }
        Files.setPosixFilePermissions(target, permissions(entry.getMode()));
        times.add(new Stamp(target, entry.getLastModifiedTime()));
    }

    // Neither names nor links of an image lead out of it.
    private Path within(Path target) throws IOException {
        boolean inside = target.startsWith(root);
        Path at = root;
        for (Path name : root.relativize(target)) {
            inside &= !Files.exists(at) || at.toRealPath().startsWith(root);
            at = at.resolve(name);
        }
        if (!inside) {
            throw new IOException("an entry leads out of the image: " + target);
        }
        return target;
    }

    private static void empty(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.sorted(Comparator.naturalOrder()).toList()) {
                    remove(file);
                }
            }
        }
    }

    private static void remove(Path file) throws IOException {
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            Trees.delete(file);
        } else {
            Files.deleteIfExists(file);
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        PosixFilePermission[] all = PosixFilePermission.values();
        for (int bit = 0; bit < all.length; bit++) {
            if ((mode & (1 << (all.length - 1 - bit))) != 0) {
                permissions.add(all[bit]);
            }
        }
        return permissions;
    }
}
