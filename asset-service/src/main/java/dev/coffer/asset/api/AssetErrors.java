package dev.coffer.asset.api;

import dev.coffer.common.error.ErrorFormat;
import dev.coffer.common.error.SharedErrorFormat;
import jakarta.enterprise.context.ApplicationScoped;

/** Errors are Comfy JSON; version 2 of the API has a form of its own (comfy.md sections 0.4 and 3). */
@ApplicationScoped
class AssetErrors implements ErrorFormat.ByPath {
    private static final String V2 = "/api/v2/";
    private static final ErrorFormat V2_FORMAT = new V2ErrorFormat();

    @Override
    public ErrorFormat of(String path) {
        return path.startsWith(V2) ? V2_FORMAT : SharedErrorFormat.COMFY;
    }
}
