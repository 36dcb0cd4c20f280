package dev.coffer.rendering.limit;

import dev.coffer.common.error.ServiceException;
import java.util.List;

/** Why an image is not decoded, in words for clients. */
public final class ImageErrors {
    private ImageErrors() {}

    /** 400: it is or costs more than is decoded here. */
    public static ServiceException tooLarge(String message) {
        return new ServiceException(ImageErrorCode.IMAGE_TOO_LARGE, message);
    }

    /**
     * 400: it is no image of a format that this is made of.
     *
     * @param formats their names
     */
    public static ServiceException notOneOf(List<String> formats) {
        return new ServiceException(
                ImageErrorCode.INVALID_IMAGE, "The file is no " + String.join(" or ", formats) + " image.");
    }

    /** 400: it is no image of a known format. */
    public static ServiceException unknown() {
        return new ServiceException(
                ImageErrorCode.INVALID_IMAGE, "The content is no image that can be read: PNG, JPEG, GIF or WebP.");
    }
}
