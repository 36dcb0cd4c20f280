package dev.coffer.rendering.decode;

import dev.coffer.rendering.limit.ImageConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import javax.imageio.ImageIO;

/** Prepares Java's image libraries for a server (no display, no cache files), and refuses invalid limits of images. */
@Singleton
class ImageSetup {
    void start(@Observes StartupEvent start, ImageConfig config) {
        System.setProperty("java.awt.headless", "true");
        ImageIO.setUseCache(false);
        DecoderShares.of(config);
        share("processor-share", config.processorShare());
        share("heap-share", config.heapShare());
        above("max-pixels", config.maxPixels());
        above("max-edge", config.maxEdge());
        above("max-pixels-at-once", config.maxPixelsAtOnce());
        above("max-file", config.maxFile().asLongValue());
        above("max-blocks", config.maxBlocks());
        above("max-scans", config.maxScans());
        above("max-scan-pixels", config.maxScanPixels());
        above("deadline", config.deadline().toMillis());
        above("waiting", config.waiting());
        above("waiting-per-tenant", config.waitingPerTenant());
        if (config.waitingPerTenant() >= config.waiting()) {
            throw new IllegalStateException("coffer.images.waiting-per-tenant must be less than coffer.images.waiting ("
                    + config.waiting() + "), or one tenant could take all places");
        }
    }

    private static void share(String name, double value) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalStateException("coffer.images." + name + " must be more than 0 and at most 1");
        }
    }

    private static void above(String name, long value) {
        if (value < 1) {
            throw new IllegalStateException("coffer.images." + name + " must be more than 0");
        }
    }
}
