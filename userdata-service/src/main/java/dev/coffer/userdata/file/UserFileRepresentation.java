package dev.coffer.userdata.file;

import dev.coffer.common.content.ContentDisposition;
import dev.coffer.common.content.MediaTypes;
import dev.coffer.common.content.Representation;
import dev.coffer.common.content.Shown;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an answer describes the bytes of a user file (comfy.md section 5.3): a browser saves the file and never runs it.
 * Only the style sheet of the user may be used by the page of the front end.
 */
final class UserFileRepresentation {
    private static final String USER_STYLES = "user.css";
    private static final String NEVER = "no-store";
    private static final String AFTER_ASKING = "private, no-cache";

    private UserFileRepresentation() {}

    static Representation of(String path, long size, String etag, @Nullable Instant modifiedAt) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (path.equals(USER_STYLES)) {
            return new Representation(
                    size, etag, modifiedAt, "text/css", ContentDisposition.inline(name), NEVER, null);
        }
        Shown saved = Shown.saved(MediaTypes.byName(name), name);
        boolean code = name.endsWith(".js") || name.endsWith(".css");
        return new Representation(
                size, etag, modifiedAt, saved.type(), saved.disposition(), code ? NEVER : AFTER_ASKING, null);
    }
}
