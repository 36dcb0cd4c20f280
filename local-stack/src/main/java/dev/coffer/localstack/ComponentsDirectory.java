package dev.coffer.localstack;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the build collected the components. */
final class ComponentsDirectory {
    private ComponentsDirectory() {}

    /** As the build says; without it, in an IDE, that of the repository around the working directory. */
    static Path find() {
        String said = System.getProperty("coffer.components");
        if (said != null) {
            return Path.of(said);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path candidate = at.resolve("local-stack/target/components");
            if (Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        throw new IllegalStateException("no local-stack/target/components: build local-stack first (mvn package)");
    }
}
