package dev.coffer.rendering.limit;

import dev.coffer.common.error.ServiceException;
import java.time.Duration;

/** When the work on an image has to end. Readers, decoders and writers check it in between. */
public interface Deadline {
    boolean passed();

    Duration allowed();

    /** @throws DeadlinePassedException if it has */
    default void check() {
        if (passed()) {
            throw new DeadlinePassedException(allowed());
        }
    }

    /** 400: an image that takes longer than any may. */
    final class DeadlinePassedException extends ServiceException {
        public DeadlinePassedException(Duration allowed) {
            super(ImageErrorCode.IMAGE_TOO_LARGE,
                    "The image takes longer than the " + allowed.toSeconds() + " s that this server decodes one.");
        }
    }
}
