package dev.coffer.rendering.limit;

import dev.coffer.common.error.ServiceException;
import java.time.Duration;

/** 400: an image that takes longer than any may. */
public final class DeadlinePassedException extends ServiceException {
    public DeadlinePassedException(Duration allowed) {
        super(ImageErrorCode.IMAGE_TOO_LARGE,
                "The image takes longer than the " + allowed.toSeconds() + " s that this server decodes one.");
    }
}
