package dev.coffer.rendering;

import java.time.Duration;

/** When the work on an image has to end. Whoever reads, decodes or writes asks in between. */
interface Deadline {
    boolean passed();

    Duration allowed();

    /** @throws DeadlinePassed if it has */
    default void check() {
        if (passed()) {
            throw new DeadlinePassed(allowed());
        }
    }
}
