package dev.coffer.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.images.base.Platform;
import dev.coffer.localstack.launcher.options.UsageException;
import dev.coffer.localstack.launcher.stack.ServiceName;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageOptionsTest {
    private static final Path HERE = Path.of("/here");

    @Test
    void allServicesAreMadeOfThisMachineUnlessAskedOtherwise() {
        ImageOptions options = parse();
        assertThat(options.isLinked()).isTrue();
        assertThat(options.trained()).isTrue();
        assertThat(options.services()).containsExactly(ServiceName.values());
        assertThat(options.output()).isEqualTo(Path.of("/coffer/images/target/images"));
        assertThat(options.platform()).isEqualTo(Platform.ofThisMachine());
    }

    @Test
    void optionsAreTaken() {
        ImageOptions options = parse("--base", "example.com/java:25", "--output", "out", "--repository",
                "ghcr.io/acme", "--tag", "1", "--platform", "linux/arm64", "--only", "blob,files-service", "--no-aot");
        assertThat(options.base()).isEqualTo("example.com/java:25");
        assertThat(options.output()).isEqualTo(Path.of("/here/out"));
        assertThat(options.repository()).isEqualTo("ghcr.io/acme");
        assertThat(options.tag()).contains("1");
        assertThat(options.platform().architecture()).isEqualTo("arm64");
        assertThat(options.services()).containsExactly(ServiceName.BLOB, ServiceName.FILES);
        assertThat(options.trained()).isFalse();
    }

    @Test
    void whatCannotBeIsRefusedWithWhatCan() {
        String other = Platform.ofThisMachine().architecture().equals("amd64") ? "linux/arm64" : "linux/amd64";
        assertThatThrownBy(() -> parse("--platform", other)).isInstanceOf(UsageException.class)
                .hasMessageContaining("name a base in a registry");
        assertThatThrownBy(() -> parse("--platform", "windows/amd64")).isInstanceOf(UsageException.class)
                .hasMessageContaining("linux/amd64 or linux/arm64");
        assertThatThrownBy(() -> parse("--only", "edge")).isInstanceOf(UsageException.class)
                .hasMessageContaining("edge");
        assertThatThrownBy(() -> parse("--tag")).isInstanceOf(UsageException.class).hasMessageContaining("--tag");
        assertThatThrownBy(() -> parse("--push")).isInstanceOf(UsageException.class).hasMessageContaining("--push");
    }

    private static ImageOptions parse(String... words) {
        return new ImageOptionsParser(List.of(words), Path.of("/coffer"), HERE).parse();
    }
}
