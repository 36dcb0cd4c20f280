package dev.coffer.asset.name;

import dev.coffer.common.content.MediaTypes;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.text.Text;
import org.jspecify.annotations.Nullable;

/** Media types that clients give to assets. */
public final class MimeType {
    /** Longest type. */
    public static final int MAX_LENGTH = 255;

    private MimeType() {}

    /**
     * The type, unless the field is not there.
     *
     * @throws ServiceException 400 if it is no media type
     */
    public static <T extends @Nullable String> T checked(String field, T type) {
        if (type != null && !MediaTypes.wellFormed(type)) {
            throw ServiceException.invalidBody(field, "must be a media type such as image/png");
        }
        Text.check(field, type, MAX_LENGTH);
        return type;
    }
}
