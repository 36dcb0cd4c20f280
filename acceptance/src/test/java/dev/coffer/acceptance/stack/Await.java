package dev.coffer.acceptance.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for conditions. */
public final class Await {
    private static final Duration STEP = Duration.ofMillis(50);

    private Await() {}

    /**
     * Polls until there is a value.
     *
     * @throws AssertionError when the deadline has passed
     */
    public static <T> T value(String what, Duration deadline, Supplier<Optional<T>> question) {
        Instant end = Instant.now().plus(deadline);
        while (true) {
            Optional<T> answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("Not within " + deadline.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
    }

    public static void until(String what, Duration deadline, BooleanSupplier condition) {
        value(what, deadline, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }
}
