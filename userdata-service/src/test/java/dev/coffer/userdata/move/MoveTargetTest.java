package dev.coffer.userdata.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.common.error.ServiceException;
import dev.coffer.userdata.address.UserPath;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoveTargetTest {
    @ParameterizedTest
    @CsvSource({
        "a.json/move/b.json, a.json, b.json",
        "a%2Fb.json/move/c%2Fd.json, a/b.json, c%2Fd.json",
        "a/b.json/move/c/d.json, a/b.json, c/d.json",
        "a/move/b/move/c, a, b/move/c",
        "x/move/y/move/c, x/move/y, c",
        "a.json/move/move/move/x, a.json, move/move/x",
        "a.json/move/../../../move/x, a.json, ../../../move/x"
    })
    void theLeftmostSplitWhoseLeftSideExistsWins(String raw, String source, String rawTarget) {
        Set<String> there = Set.of("a", "a.json", "a/b.json", "x/move/y");
        assertThat(MoveTarget.split(raw, paths -> paths.stream()
                .filter(path -> there.contains(path.value())).findFirst()))
                .isEqualTo(new MoveTarget(new UserPath(source), rawTarget));
    }

    @Test
    void whatDoesNotExistCannotMove() {
        assertThatThrownBy(() -> MoveTarget.split("a/move/b", paths -> Optional.empty()))
                .isInstanceOfSatisfying(ServiceException.class, e -> assertThat(e.code().status()).isEqualTo(404));
    }

    @Test
    void nothingOutsideMoves() {
        assertThatThrownBy(() -> MoveTarget.split("..%2Fa/move/b", paths -> Optional.of(paths.getFirst())))
                .isInstanceOfSatisfying(ServiceException.class, e -> assertThat(e.code().status()).isEqualTo(403));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/move/..", "/move", "/move/a", "/move/%2E%2E"})
    void aMoveIsLookedUpOnceHoweverOftenItCouldBeSplit(String again) {
        AtomicInteger asked = new AtomicInteger();
        assertThatThrownBy(() -> MoveTarget.split("a" + again.repeat(49) + "/move/b", paths -> {
            asked.incrementAndGet();
            return Optional.empty();
        })).isInstanceOfSatisfying(ServiceException.class, e -> assertThat(e.code().status()).isEqualTo(404));
        assertThat(asked).hasValue(1);
    }

    @Test
    void thereIsAnEndToTheSplitsThatAreTried() {
        assertThatThrownBy(() -> MoveTarget.split("a" + "/move/..".repeat(3500), paths -> {
            throw new AssertionError("asked");
        })).isInstanceOfSatisfying(ServiceException.class, e -> {
            assertThat(e.code().status()).isEqualTo(400);
            assertThat(e.getMessage()).contains("at most 50");
        });
    }
}
