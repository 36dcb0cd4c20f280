package dev.coffer.localstack.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvFileTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {
        "plain", "", " with blanks ", "$HOME `id` $(id) \\n !x", "it's", "'", "''", "\"quoted\"", "a&b;c|d>e#f",
        "jdbc:postgresql://127.0.0.1:1/postgres?user=postgres&password=p-_1", "ünïcode"
    })
    void everyShellReadsTheValueBack(String value) throws Exception {
        Path file = directory.resolve("env");
        new EnvFile(file).write(Map.of("COFFER_VALUE", value));
        for (String shell : new String[] {"sh", "bash"}) {
            Process process = new ProcessBuilder(shell, "-c", "set -a; . \"$0\"; env | grep ^COFFER_VALUE",
                    file.toString()).redirectErrorStream(true).start();
            assertThat(new String(process.getInputStream().readAllBytes())).isEqualTo("COFFER_VALUE=" + value + "\n");
        }
        assertThat(new EnvFile(file).read()).isEqualTo(Map.of("COFFER_VALUE", value));
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
}
