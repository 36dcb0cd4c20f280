package dev.coffer.localstack.launcher.test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code ./coffer test cluster}: images and chart on a Kubernetes node. A script does it with the commands that operators
 * use: kubectl and helm.
 */
public final class ClusterTestCommand {
    private final Path repository;
    private final List<String> steps;

    /** @param steps of the script; all of them if there are none */
    public ClusterTestCommand(Path repository, List<String> steps) {
        this.repository = repository;
        this.steps = steps;
    }

    /** The exit code of the script: 0 if all steps have succeeded. */
    public int run() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(repository.resolve("deploy/cluster/test.sh").toString());
        command.addAll(steps);
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start().waitFor();
    }
}
