package dev.coffer.deploy.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.deploy.model.Chart;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each sentence of the README that promises something has a test, and each such test a sentence. */
class ReadmeTest {
    private static final List<Class<?>> TESTS = List.of(ValuesTest.class, SettingsTest.class, SecretsTest.class,
            PodsTest.class, ImagesTest.class, ScalingTest.class, NetworkTest.class, EdgeTest.class,
            MonitoringTest.class, TrialTest.class, MigrationTest.class);

    @Test
    void eachSentenceHasATest() throws IOException {
        String readme = Files.readString(Chart.DIRECTORY.resolve("README.md")).replaceAll("\\n {2}(?=\\S)", " ");
        List<String> sentences = readme.lines()
                .filter(line -> line.startsWith("* "))
                .map(line -> line.substring(2))
                .toList();
        assertThat(sentences).hasSizeGreaterThan(50).doesNotHaveDuplicates();
        assertThat(tested()).containsExactlyInAnyOrderElementsOf(sentences);
    }

    private static List<String> tested() {
        return TESTS.stream().flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .flatMap(method -> Stream.ofNullable(method.getAnnotation(Promise.class)))
                .map(Promise::value)
                .toList();
    }
}
