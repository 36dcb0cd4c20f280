package dev.coffer.localstack.launcher.build;

import java.util.List;

/** In which form services are built; each has a directory of its own, so that no form replaces another. */
public enum Packaging {
    /** For {@code ./coffer up}. */
    STACK("quarkus-app", List.of(), List.of()),

    /** For images: jars in one class path, which an AOT cache needs, and a bill of materials. */
    IMAGE("quarkus-image",
            List.of("-Dquarkus.package.jar.type=aot-jar", "-Dquarkus.package.output-directory=quarkus-image",
                    "-DincludeProvidedScope=false", "-DoutputFormat=json"),
            List.of("org.cyclonedx:cyclonedx-maven-plugin:makeBom"));

    private final String directory;
    private final List<String> settings;
    private final List<String> goals;

    Packaging(String directory, List<String> settings, List<String> goals) {
        this.directory = directory;
        this.settings = settings;
        this.goals = goals;
    }

    /** Where it is, below the target directory of a service. */
    String directory() {
        return directory;
    }

    /** What Maven is told. */
    List<String> settings() {
        return settings;
    }

    /** What Maven does after it has packaged a module. */
    List<String> goals() {
        return goals;
    }
}
