package dev.coffer.rendering.limit;

import java.time.Duration;

/** When the work on an image has to end. Whoever reads, decodes or writes asks in between. */
public interface Deadline {
    boolean passed();

    Duration allowed();

    /** @throws DeadlinePassedException if it has */
    default void check() {
        if (passed()) {
            throw new DeadlinePassedException(allowed());
        }
    }
}
