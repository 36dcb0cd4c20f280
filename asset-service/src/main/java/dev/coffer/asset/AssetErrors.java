package dev.coffer.asset;

import dev.coffer.common.error.ErrorFormat;
import jakarta.enterprise.context.ApplicationScoped;

/** Everything that this service says about errors is Comfy JSON (comfy.md section 0.4). */
@ApplicationScoped
class AssetErrors implements ErrorFormat.ByPath {
    @Override
    public ErrorFormat of(String path) {
        return ErrorFormat.COMFY;
    }
}
