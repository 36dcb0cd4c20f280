package dev.coffer.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelativePathTest {
    @ParameterizedTest
    @CsvSource({"a/b,a b", "./a//b/.,a b", "a/../b,b", "a/b/../..,''", "...,...", "'',''", "a\\b,a\\b"})
    void stepsAreResolved(String path, String steps) {
        assertThat(String.join(" ", RelativePath.steps(path, RelativePath.SLASH).orElseThrow())).isEqualTo(steps);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a", "..", "a/../..", "../a", "a/../../a"})
    void aPathThatLeavesItsRootHasNoSteps(String path) {
        assertThat(RelativePath.steps(path, RelativePath.SLASH)).isEmpty();
        assertThat(RelativePath.steps(path.replace('/', '\\'), RelativePath.ANY_SLASH)).isEmpty();
    }

    @Test
    void slashesOfBothKindsMayBeMixed() {
        assertThat(RelativePath.steps("a\\b/c", RelativePath.ANY_SLASH)).contains(List.of("a", "b", "c"));
    }
}
