package dev.coffer.acceptance.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What is in the repository: paths of files and folders from its root on, without what builds and trials leave. */
final class Repository {
    private static final Path ROOT = Path.of("..");
    private static final Set<String> MADE = Set.of("target", "node_modules");

    private Repository() {}

    static Set<String> paths() {
        Set<String> found = new TreeSet<>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    String name = folder.getFileName().toString();
                    boolean hidden = name.startsWith(".") && !folder.equals(ROOT);
                    return hidden || MADE.contains(name) ? FileVisitResult.SKIP_SUBTREE : visitFile(folder, attributes);
                }

                @Override
                public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
                    found.add(ROOT.relativize(path).toString().replace('\\', '/'));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** Those of its pages that describe the code; the contracts describe other code. */
    static List<String> documents(Set<String> paths) {
        return paths.stream().filter(path -> path.endsWith(".md") && !path.startsWith("docs/contracts/")).toList();
    }

    static String text(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
