package dev.coffer.acceptance.stack;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Preconditions that not every machine meets: a test without them is skipped with the reason, or fails. */
public final class Requires {
    private Requires() {}

    /** Fails with {@code COFFER_REQUIRE_ALL=1}; otherwise skips the test. */
    public static void that(boolean condition, String reason) {
        if (!condition && Environment.find("COFFER_REQUIRE_ALL").filter("1"::equals).isPresent()) {
            Assertions.fail(reason);
        }
        Assumptions.assumeTrue(condition, reason);
    }
}
