package dev.coffer.localstack.component;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.localstack.component.service.ServiceComponent;
import dev.coffer.localstack.process.Await;
import dev.coffer.localstack.process.Launch;
import dev.coffer.localstack.process.ProcessTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of a process that has ended by itself. */
class RunnerTest {
    private static final String EATER = """
            public class Eater {
                public static void main(String[] args) throws Exception {
                    Thread.sleep(1000);
                    System.out.println(new long[args.length == 0 ? 1 << 28 : 1].length);
                }
            }
            """;

    @TempDir
    Path directory;

    @Test
    void aServiceThatRanOutOfMemoryIsToldFromOneThatDied() throws Exception {
        assertThat(runsOutOfMemory("blob-service")).isTrue();
        assertThat(runsOutOfMemory("asset-service", "little")).isFalse();
    }

    private boolean runsOutOfMemory(String name, String... arguments) throws Exception {
        StackLayout layout = new StackLayout(directory, directory);
        Component component =
                new ServiceComponent(layout, name, directory, new ServiceComponent.Endpoints(1, 2), Map.of(), Map.of());
        Path program = Files.writeString(directory.resolve("Eater.java"), EATER);
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m",
                ServiceComponent.EXIT_WITHOUT_MEMORY, program.toString()));
        command.addAll(List.of(arguments));
        Process process = new Launch(command, Map.of(), directory, layout.log(name)).start();
        new ProcessTable(layout.processes()).remember(name, process.pid());
        Runner runner = new Runner(layout);
        assertThat(runner.ranOutOfMemory(component)).isFalse();
        assertThat(Await.until(() -> runner.hasDied(component), Duration.ofMinutes(2))).isTrue();
        return runner.ranOutOfMemory(component);
    }
}
