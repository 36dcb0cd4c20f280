package dev.coffer.acceptance.hostile;

import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.User.A;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.harness.Answer;
import dev.coffer.acceptance.harness.RawHttp;
import dev.coffer.acceptance.harness.UserFiles;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Moves whose address can be split in thousands of places. */
@Order(63)
@Tag("hostile")
class MovesIT {
    private static final int LENGTH = 28_000;

    @ParameterizedTest
    @ValueSource(strings = {"/move/..", "/move/.", "/move/%2E%2E", "/move", "/move/a/../.."})
    void anAddressThatCouldBeSplitThousandsOfTimes(String part) throws Exception {
        String path = UserFiles.url("x") + part.repeat(LENGTH / part.length()) + "/move/y";
        Victim.isServedBeside(() -> {
            for (int i = 0; i < 4; i++) {
                Together.send(6, n -> RawHttp.send("POST", path, as(A).byKey().headers()))
                        .forEach(MovesIT::assertRefused);
            }
        });
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isIn(400, 403, 404);
    }
}
