package dev.coffer.rendering.format;

import com.luciad.imageio.webp.WebPWrapper;
import org.jboss.logging.Logger;

/**
 * WebP is read and written by libwebp, which the library unpacks into {@code java.io.tmpdir}, or into the directory
 * that the system property {@code com.luciad.imageio.webp.tmpdir} names.
 */
public final class WebP {
    private static final Logger LOG = Logger.getLogger(WebP.class);

    /** Whether it could be loaded. Without it WebP images are stored but not rendered, and previews are JPEG. */
    public static final boolean AVAILABLE = load();

    private WebP() {}

    private static boolean load() {
        try {
            WebPWrapper.loadNativeLibrary();
            return true;
        } catch (RuntimeException | LinkageError e) {
            LOG.warnf("WebP images cannot be rendered: %s", e.toString());
            return false;
        }
    }
}
