package dev.coffer.localstack.component.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.localstack.component.StackLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceComponentTest {
    private static final Path ANYWHERE = Path.of("/nowhere");

    @Test
    void theJvmOptionsOfOneServiceGoBeforeThoseOfAll() {
        Map<String, String> environment =
                Map.of("COFFER_JAVA_OPTS", "-Xmx100m", "COFFER_JAVA_OPTS_BLOB", "-Xmx200m -ea");
        assertThat(command("blob-service", environment)).contains("-Xmx200m", "-ea").doesNotContain("-Xmx100m");
        assertThat(command("asset-service", environment)).contains("-Xmx100m").doesNotContain("-Xmx200m");
        Map<String, String> blank = Map.of("COFFER_JAVA_OPTS", "-Xmx100m", "COFFER_JAVA_OPTS_BLOB", " ");
        assertThat(command("blob-service", blank)).contains("-Xmx100m");
    }

    @Test
    void withoutAnyTheHeapIsSmall() {
        assertThat(command("blob-service", Map.of())).containsAll(ServiceComponent.JAVA_OPTIONS);
        assertThat(command("blob-service", Map.of("COFFER_JAVA_OPTS", " "))).containsAll(ServiceComponent.JAVA_OPTIONS);
    }

    @Test
    void withoutMemoryItEndsUnlessItIsToldOtherwise() {
        assertThat(command("blob-service", Map.of("COFFER_JAVA_OPTS", "-Xmx100m -XX:-ExitOnOutOfMemoryError")))
                .containsSubsequence("-XX:+ExitOnOutOfMemoryError", "-Xmx100m", "-XX:-ExitOnOutOfMemoryError");
    }

    private static List<String> command(String service, Map<String, String> environment) {
        return new ServiceComponent(new StackLayout(ANYWHERE, ANYWHERE), service, ANYWHERE,
                new ServiceComponent.Endpoints(1, 2), Map.of(), environment)
                .launch().command();
    }
}
