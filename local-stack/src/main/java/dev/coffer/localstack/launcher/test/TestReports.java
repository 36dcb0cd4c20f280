package dev.coffer.localstack.launcher.test;

import dev.coffer.localstack.component.Trees;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamException;

/** The reports that Surefire and Failsafe left in the modules. */
final class TestReports {
    private static final Set<String> REPORT_DIRECTORIES = Set.of("surefire-reports", "failsafe-reports");
    private static final Set<String> NOT_SEARCHED = Set.of(".git", "src", "node_modules", "classes", "components");

    private final Path repository;

    TestReports(Path repository) {
        this.repository = repository;
    }

    /** Forgets earlier runs. */
    void deleteOld() throws IOException {
        for (Path directory : directories()) {
            Trees.delete(directory);
        }
    }

    /** Counts what is there. */
    Result read() throws IOException {
        List<TestCase> cases = new ArrayList<>();
        for (Path directory : directories()) {
            try (var files = Files.newDirectoryStream(directory, "TEST-*.xml")) {
                for (Path file : files) {
                    cases.addAll(TestCase.read(file));
                }
            } catch (XMLStreamException e) {
                throw new IOException("a report in " + directory + " is not complete: " + e.getMessage(), e);
            }
        }
        return new Result(cases);
    }

    private List<Path> directories() throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(repository, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                String name = directory.getFileName().toString();
                if (REPORT_DIRECTORIES.contains(name)) {
                    found.add(directory);
                    return FileVisitResult.SKIP_SUBTREE;
                }
                boolean searched = !NOT_SEARCHED.contains(name) || directory.endsWith("local-stack/components");
                return searched && !name.equals(".coffer") ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }
        });
        return found;
    }

    /** All cases of a run. */
    record Result(List<TestCase> cases) {
        long passed() {
            return count(TestCase.Outcome.PASSED);
        }

        long failed() {
            return count(TestCase.Outcome.FAILED);
        }

        long skipped() {
            return count(TestCase.Outcome.SKIPPED);
        }

        /** What was skipped and why, and what failed. */
        String text() {
            Map<String, Set<String>> lines = new TreeMap<>();
            for (TestCase test : cases) {
                switch (test.outcome()) {
                    case FAILED -> add(lines, "Failed:", test.className() + "." + test.name() + ": " + test.reason());
                    case SKIPPED -> add(lines, "Skipped:", test.className() + ": " + test.reason());
                    default -> {}
                }
            }
            StringBuilder text = new StringBuilder();
            lines.forEach((title, entries) -> {
                text.append(title).append('\n');
                entries.forEach(entry -> text.append("  ").append(entry).append('\n'));
            });
            return text.toString();
        }

        String summary() {
            return passed() + " passed, " + failed() + " failed, " + skipped() + " skipped";
        }

        private long count(TestCase.Outcome outcome) {
            return cases.stream().filter(test -> test.outcome() == outcome).count();
        }

        private static void add(Map<String, Set<String>> lines, String title, String entry) {
            lines.computeIfAbsent(title, unused -> new TreeSet<>()).add(entry);
        }
    }
}
