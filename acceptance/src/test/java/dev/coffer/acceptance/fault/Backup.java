package dev.coffer.acceptance.fault;

import dev.coffer.acceptance.stack.Environment;
import dev.coffer.acceptance.stack.Stack;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A backup of the databases and then of the bucket of the stack under test, while it is at work. PostgreSQL is copied as
 * {@code pg_basebackup} does it, by the functions that are made for that: the servers of the local stack come without
 * programs for clients.
 */
final class Backup {
    private static final String DATABASES = "postgres";
    private static final String BUCKET = "s3";

    private final Path data;
    private final Path copy;

    private Backup(Path data, Path copy) {
        this.data = data;
        this.copy = copy;
    }

    /** Whether the data of the stack is on this machine. */
    static boolean possible() {
        return Environment.find("COFFER_DIR").isPresent() && Environment.find("COFFER_COMMAND").isPresent()
                && Files.isDirectory(data().resolve(DATABASES)) && Files.isDirectory(data().resolve(BUCKET));
    }

    private static Path data() {
        return Path.of(Environment.get("COFFER_DIR"), "data");
    }

    /** Where the objects of the bucket are. */
    static Path bucket() {
        return data().resolve(BUCKET).resolve(Environment.get("COFFER_S3_BUCKET"));
    }

    static Backup take() throws IOException, SQLException {
        Backup backup = new Backup(data(), Files.createTempDirectory(data().getParent(), "backup-"));
        backup.copyDatabases();
        copy(backup.data.resolve(BUCKET), backup.copy.resolve(BUCKET));
        return backup;
    }

    private void copyDatabases() throws IOException, SQLException {
        Path server = data.resolve(DATABASES);
        Path target = copy.resolve(DATABASES);
        try (Connection administrator = DriverManager.getConnection(Environment.get("COFFER_JDBC_URL"));
                Statement statement = administrator.createStatement()) {
            statement.execute("select pg_backup_start('drill', true)");
            copy(server, target);
            try (ResultSet end = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
                end.next();
                Files.writeString(target.resolve("backup_label"), end.getString(1));
            }
        }
        // What was written meanwhile.
        copy(server.resolve("pg_wal"), target.resolve("pg_wal"));
        Files.delete(target.resolve("postmaster.pid"));
    }

    /** Kills all that has to do with them, and takes the disks away. */
    void loseEverything() throws IOException {
        Stack.services().forEach(Stack::kill);
        Stack.kill(DATABASES);
        Stack.kill(BUCKET);
        Path lost = Files.createDirectory(copy.resolve("lost"));
        Files.move(data.resolve(DATABASES), lost.resolve(DATABASES));
        Files.move(data.resolve(BUCKET), lost.resolve(BUCKET));
    }

    /** Puts both back where they were, and starts everything. */
    void restore() throws IOException {
        Files.move(copy.resolve(DATABASES), data.resolve(DATABASES));
        Files.move(copy.resolve(BUCKET), data.resolve(BUCKET));
        Stack.repair();
        delete(copy);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Also what has been there already; files may go while they are looked at. */
    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                return Files.exists(to.resolve(from.relativize(folder)))
                        ? FileVisitResult.CONTINUE
                        : visitFile(folder, attributes);
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                try {
                    Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES,
                            StandardCopyOption.REPLACE_EXISTING);
                } catch (NoSuchFileException gone) {
                    return attributes.isDirectory() ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
    }
}
