package dev.coffer.userdata;

import dev.coffer.common.error.ErrorFormat;
import jakarta.enterprise.context.ApplicationScoped;

/** User files report errors as a sentence, everything else as JSON (comfy.md section 0.4). */
@ApplicationScoped
class UserdataErrors implements ErrorFormat.ByPath {
    @Override
    public ErrorFormat of(String path) {
        return path.startsWith("/api/userdata") || path.startsWith("/userdata") ? ErrorFormat.TEXT : ErrorFormat.COMFY;
    }
}
