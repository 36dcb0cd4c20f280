package dev.coffer.rendering;

import dev.coffer.common.error.ServiceException;
import java.time.Duration;

/** 400: an image that takes longer than any may. */
final class DeadlinePassed extends ServiceException {
    DeadlinePassed(Duration allowed) {
        super(ImageErrorCode.IMAGE_TOO_LARGE,
                "The image takes longer than the " + allowed.toSeconds() + " s that this server decodes one.");
    }
}
