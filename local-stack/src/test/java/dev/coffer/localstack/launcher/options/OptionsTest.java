package dev.coffer.localstack.launcher.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    private static final Path REPOSITORY = Path.of("/repository");

    @Test
    void withoutOptionsTheStackIsInTheRepository() {
        Options options = parse(Map.of(), "up");
        assertThat(options.command()).isEqualTo("up");
        assertThat(options.directory()).isEqualTo(Path.of("/repository/.coffer"));
        assertThat(options.portBase()).isEmpty();
        assertThat(options.store()).isEmpty();
        assertThat(options.only()).isEmpty();
    }

    @Test
    void theCommandLineWinsOverTheEnvironment() {
        Options options = parse(Map.of("COFFER_DIR", "/env", "COFFER_PORT_BASE", "9000"), "up", "--dir", "/line");
        assertThat(options.directory()).isEqualTo(Path.of("/line"));
        assertThat(options.portBase()).hasValue(9000);
    }

    @Test
    void bothWaysToGiveAValueMeanTheSame() {
        assertThat(parse(Map.of(), "up", "--s3", "minio").store()).contains(new Store("minio"));
        assertThat(parse(Map.of(), "up", "--s3=minio").store()).contains(new Store("minio"));
        assertThat(parse(Map.of(), "up", "--s3=http://127.0.0.1:9000/?a=b").store())
                .contains(new Store("http://127.0.0.1:9000/?a=b"));
        assertThat(parse(Map.of(), "up", "--only", "postgres,kafka").only()).containsExactly("postgres", "kafka");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--s3=floppy", "--s3", "--nonsense", "--dir"})
    void nonsenseIsRefusedInWords(String option) {
        assertThatThrownBy(() -> parse(Map.of(), "up", option)).isInstanceOf(UsageException.class)
                .message().isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "80", "65530", "-1", "99999"})
    void aPortBaseMustLeaveRoomForAllPorts(String base) {
        assertThatThrownBy(() -> parse(Map.of("COFFER_PORT_BASE", base), "up")).isInstanceOf(UsageException.class)
                .hasMessageContaining("COFFER_PORT_BASE");
    }

    @Test
    void theServersListenOnTheLoopbackInterfaceUnlessToldOtherwise() {
        assertThat(parse(Map.of(), "up").serversAddress()).isEqualTo("127.0.0.1");
        assertThat(parse(Map.of("COFFER_SERVERS_ADDRESS", "10.0.0.7"), "up").serversAddress()).isEqualTo("10.0.0.7");
        Options wrong = parse(Map.of("COFFER_SERVERS_ADDRESS", "everywhere"), "up");
        assertThatThrownBy(wrong::serversAddress).isInstanceOf(UsageException.class)
                .hasMessageContaining("COFFER_SERVERS_ADDRESS");
    }

    @Test
    void whatFollowsImagesIsForTheProgramThatMakesThem() {
        Options options = parse(Map.of(), "images", "--base", "jlink", "--only=blob");
        assertThat(options.command()).isEqualTo("images");
        assertThat(options.arguments()).containsExactly("--base", "jlink", "--only", "blob");
    }

    private static Options parse(Map<String, String> environment, String... words) {
        return Options.parse(List.of(words), environment, REPOSITORY);
    }
}
