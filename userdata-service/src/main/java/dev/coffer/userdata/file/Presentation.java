package dev.coffer.userdata.file;

import dev.coffer.common.content.ContentDisposition;
import dev.coffer.common.content.MediaTypes;
import dev.coffer.common.content.Shown;

/**
 * How a browser is told to treat a user file (comfy.md section 5.3): to save it, and never to run it. Only the
 * style sheet of the user is there to be used by the front end's page.
 *
 * @param type Content-Type
 * @param disposition Content-Disposition
 * @param caching Cache-Control
 */
record Presentation(String type, String disposition, String caching) {
    private static final String USER_STYLES = "user.css";
    private static final String NEVER = "no-store";
    private static final String AFTER_ASKING = "private, no-cache";

    static Presentation of(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (path.equals(USER_STYLES)) {
            return new Presentation("text/css", ContentDisposition.inline(name), NEVER);
        }
        Shown saved = Shown.saved(MediaTypes.byName(name), name);
        boolean code = name.endsWith(".js") || name.endsWith(".css");
        return new Presentation(saved.type(), saved.disposition(), code ? NEVER : AFTER_ASKING);
    }
}
