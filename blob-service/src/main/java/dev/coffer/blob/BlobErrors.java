package dev.coffer.blob;

import dev.coffer.common.error.ErrorFormat;
import jakarta.enterprise.context.ApplicationScoped;

/** Upload links are used by CDF clients only; everything else speaks Comfy's JSON. */
@ApplicationScoped
class BlobErrors implements ErrorFormat.ByPath {
    @Override
    public ErrorFormat of(String path) {
        return path.startsWith("/blob/uploads/") ? ErrorFormat.CDF : ErrorFormat.COMFY;
    }
}
