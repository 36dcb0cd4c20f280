package dev.coffer.rendering;

import dev.coffer.common.error.ServiceException;

/** Why an image is not decoded, in words for clients. */
public final class Refusals {
    private Refusals() {}

    /** 400: it is or costs more than is decoded here. */
    public static ServiceException tooLarge(String message) {
        return new ServiceException(ImageErrorCode.IMAGE_TOO_LARGE, message);
    }

    /** 400: it is no image of a known format. */
    static ServiceException unknown() {
        return new ServiceException(
                ImageErrorCode.INVALID_IMAGE, "The content is no image that can be read: PNG, JPEG, GIF or WebP.");
    }
}
