package dev.coffer.images;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * The state of the sources. Equal states make equal images, so the time is that of the commit.
 *
 * @param revision the commit, with {@code -dirty} if files have changed since; empty outside of a clone
 * @param time     of the commit; the start of 1970 outside of a clone
 */
record Origin(Optional<String> revision, Instant time) {
    /** Of the clone at this directory. */
    static Origin of(Path repository) throws IOException, InterruptedException {
        String commit = git(repository, "log", "-1", "--format=%H %cI");
        if (commit.isEmpty()) {
            return new Origin(Optional.empty(), Instant.EPOCH);
        }
        String[] words = commit.split(" ");
        boolean changed = !git(repository, "status", "--porcelain", "--untracked-files=no").isEmpty();
        return new Origin(Optional.of(words[0] + (changed ? "-dirty" : "")),
                OffsetDateTime.parse(words[1]).toInstant());
    }

    private static String git(Path repository, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder git = new ProcessBuilder(arguments).directory(repository.toFile())
                .redirectError(Redirect.DISCARD);
        git.command().addFirst("git");
        try {
            Process process = git.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? output.strip() : "";
        } catch (IOException notInstalled) {
            return "";
        }
    }
}
