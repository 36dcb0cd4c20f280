package dev.coffer.asset.api;

import dev.coffer.common.credential.SessionPaths;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;

/** What elements of a page load: files, and the content of assets (comfy.md section 0.3). */
@ApplicationScoped
class BrowserPaths implements SessionPaths {
    private static final Pattern LOADED = Pattern.compile("(/api)?/view|/api/assets/[^/]+/content");

    @Override
    public boolean open(String path) {
        return LOADED.matcher(path).matches();
    }
}
