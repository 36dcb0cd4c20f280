package dev.coffer.acceptance.harness;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** What a test needs and not every machine has: without it the test is skipped with the reason, or fails. */
public final class Requires {
    private Requires() {}

    /** With {@code COFFER_REQUIRE_ALL=1} it fails, as a machine of the project has everything. */
    public static void that(boolean condition, String reason) {
        if (!condition && Environment.find("COFFER_REQUIRE_ALL").filter("1"::equals).isPresent()) {
            Assertions.fail(reason);
        }
        Assumptions.assumeTrue(condition, reason);
    }
}
