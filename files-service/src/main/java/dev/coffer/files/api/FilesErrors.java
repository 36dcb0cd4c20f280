package dev.coffer.files.api;

import dev.coffer.common.error.ErrorFormat;
import dev.coffer.common.error.SharedErrorFormat;
import jakarta.enterprise.context.ApplicationScoped;

/** Every error of this service has the CDF shape, unknown routes included (cdf-files.md section 4). */
@ApplicationScoped
class FilesErrors implements ErrorFormat.ByPath {
    @Override
    public ErrorFormat of(String path) {
        return SharedErrorFormat.CDF;
    }
}
