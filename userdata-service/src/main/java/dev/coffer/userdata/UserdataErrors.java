package dev.coffer.userdata;

import dev.coffer.common.error.ErrorFormat;
import dev.coffer.common.error.SharedErrorFormat;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** User files report errors as plain text, everything else as JSON (comfy.md sections 0.4 and 5). */
@ApplicationScoped
class UserdataErrors implements ErrorFormat.ByPath {
    private static final List<String> FILES = List.of("/api/userdata", "/api/v2/userdata", "/userdata", "/v2/userdata");
    private static final ErrorFormat TEXT = new TextErrorFormat();

    @Override
    public ErrorFormat of(String path) {
        return FILES.stream().anyMatch(path::startsWith) ? TEXT : SharedErrorFormat.COMFY;
    }
}
