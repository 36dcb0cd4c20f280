package dev.coffer.files.comparison;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** When work on a request has to end. It is checked at every step, and no step takes long. */
public final class ComparisonDeadline {
    private final BooleanSupplier over;

    ComparisonDeadline(BooleanSupplier over) {
        this.over = over;
    }

    static ComparisonDeadline in(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        return new ComparisonDeadline(() -> System.nanoTime() - end > 0);
    }

    public boolean isOver() {
        return over.getAsBoolean();
    }

    /** @throws OutOfTime if it is over */
    void check() {
        if (isOver()) {
            throw new OutOfTime();
        }
    }

    /** There was not time enough. */
    public static final class OutOfTime extends RuntimeException {
        OutOfTime() {
            super("out of time", null, false, false);
        }
    }
}
