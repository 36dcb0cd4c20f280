package dev.coffer.userdata.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.common.error.ServiceException;
import dev.coffer.userdata.address.UserPath;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoveTargetTest {
    @ParameterizedTest
    @CsvSource({
        "a.json/move/b.json, a.json, b.json",
        "a%2Fb.json/move/c%2Fd.json, a/b.json, c%2Fd.json",
        "a/b.json/move/c/d.json, a/b.json, c/d.json",
        "a/move/b/move/c, a, b/move/c",
        "x/move/y/move/c, x/move/y, c",
        "a.json/move/move/move/x, a.json, move/move/x"
    })
    void theLeftmostSplitWhoseLeftSideExistsWins(String raw, String source, String rawTarget) {
        Set<String> there = Set.of("a", "a.json", "a/b.json", "x/move/y");
        assertThat(MoveTarget.split(raw, path -> there.contains(path.value())))
                .isEqualTo(new MoveTarget(new UserPath(source), rawTarget));
    }

    @Test
    void whatDoesNotExistCannotMove() {
        assertThatThrownBy(() -> MoveTarget.split("a/move/b", path -> false))
                .isInstanceOfSatisfying(ServiceException.class, e -> assertThat(e.code().status()).isEqualTo(404));
    }

    @Test
    void nothingOutsideMoves() {
        assertThatThrownBy(() -> MoveTarget.split("..%2Fa/move/b", path -> true))
                .isInstanceOfSatisfying(ServiceException.class, e -> assertThat(e.code().status()).isEqualTo(403));
    }
}
