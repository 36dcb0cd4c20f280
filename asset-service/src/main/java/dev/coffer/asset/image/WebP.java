package dev.coffer.asset.image;

import com.luciad.imageio.webp.WebPWrapper;
import org.jboss.logging.Logger;

/**
 * WebP is read and written by libwebp, which the library unpacks into {@code java.io.tmpdir}, or into the directory
 * that the system property {@code com.luciad.imageio.webp.tmpdir} names.
 */
final class WebP {
    private static final Logger LOG = Logger.getLogger(WebP.class);

    /** Whether it could be loaded. Without it WebP images are stored but not rendered, and previews are JPEG. */
    static final boolean AVAILABLE = load();

    /** Of the first chunk: {@code VP8 }, {@code VP8L} or {@code VP8X}. */
    private static final int LAST_OF_TYPE = 15;
    private static final int FLAGS = 20;
    private static final int ANIMATION = 2;

    private WebP() {}

    /** Whether it is an animation, of which libwebp shows no frame. */
    static boolean moves(byte[] head) {
        return head.length > FLAGS && head[LAST_OF_TYPE] == 'X' && (head[FLAGS] & ANIMATION) != 0;
    }

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
