package dev.coffer.localstack.component.postgres;

import dev.coffer.localstack.component.ComponentException;
import dev.coffer.localstack.component.Trees;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, unpacked from the archive that Maven fetched for this operating system. */
final class PostgresBinaries {
    private final Path directory;

    PostgresBinaries(Path components) {
        this.directory = components.resolve("postgres");
    }

    /** The unpacked programs. Unpacks them if necessary. */
    Path unpacked() throws IOException {
        Path jar = archive();
        Path target = directory.resolve(jar.getFileName().toString().replace(".jar", ""));
        try (FileChannel lock = FileChannel.open(directory.resolve(".lock"),
                StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            if (!Files.exists(target)) {
                unpack(jar, target);
            }
        }
        return target;
    }

    private Path archive() throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new ComponentException(none());
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar")).findFirst()
                    .orElseThrow(() -> new ComponentException(none()));
        }
    }

    private String none() {
        return "there is no PostgreSQL for " + System.getProperty("os.name") + " on " + System.getProperty("os.arch")
                + " in " + directory + ": Linux and macOS on x86-64 and arm64 are supported";
    }

    private void unpack(Path jar, Path target) throws IOException {
        Path unfinished = directory.resolve("unfinished");
        Trees.delete(unfinished);
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(jar))) {
            ZipEntry entry = zip.getNextEntry();
            while (entry != null && !entry.getName().endsWith(".txz")) {
                entry = zip.getNextEntry();
            }
            if (entry == null) {
                throw new IOException("no archive in " + jar);
            }
            untar(new XZInputStream(zip), unfinished);
        }
        Files.move(unfinished, target);
    }

    private static void untar(InputStream in, Path target) throws IOException {
        TarArchiveInputStream tar = new TarArchiveInputStream(in);
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path path = target.resolve(entry.getName()).normalize();
            if (!path.startsWith(target)) {
                throw new IOException("the archive points outside: " + entry.getName());
            }
            write(tar, entry, path);
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            Files.setPosixFilePermissions(path, permissions(entry.getMode()));
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> permissions = EnumSet.of(
                PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
        if ((mode & 0100) != 0) {
            permissions.addAll(Set.of(PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE));
        }
        return permissions;
    }
}
