package dev.coffer.rendering.limit;

import dev.coffer.common.error.ErrorCode;

/** What can be wrong with an image, for the APIs that show images. */
public final class ImageErrorCode {
    public static final ErrorCode INVALID_IMAGE = new ErrorCode(400, "INVALID_IMAGE");
    public static final ErrorCode IMAGE_TOO_LARGE = new ErrorCode(400, "IMAGE_TOO_LARGE");

    private ImageErrorCode() {}
}
