package dev.coffer.blob;

import dev.coffer.common.error.ErrorFormat;
import dev.coffer.common.error.SharedErrorFormat;
import jakarta.enterprise.context.ApplicationScoped;

/** Upload links, and download links of files, are used by CDF clients; everything else speaks Comfy's JSON. */
@ApplicationScoped
class BlobErrors implements ErrorFormat.ByPath {
    @Override
    public ErrorFormat of(String path) {
        boolean cdf = path.startsWith("/blob/uploads/") || path.startsWith("/blob/files/");
        return cdf ? SharedErrorFormat.CDF : SharedErrorFormat.COMFY;
    }
}
