package dev.coffer.asset.name;

import dev.coffer.common.content.MediaTypes;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.text.Text;

/** Media types that clients give to assets. */
public final class MimeType {
    /** Longest type. */
    public static final int MAX_LENGTH = 255;

    private MimeType() {}

    /** The type, or null if the field is not there. @throws ServiceException 400 if it is no media type */
    public static String checked(String field, String type) {
        if (type != null && !MediaTypes.wellFormed(type)) {
            throw ServiceException.invalidBody(field, "must be a media type such as image/png");
        }
        return Text.check(field, type, MAX_LENGTH);
    }
}
