package dev.coffer.asset.image;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import javax.imageio.ImageIO;

/** Java's images, on a machine without a screen and without files of their own. */
@Singleton
class ImageSetup {
    void start(@Observes StartupEvent start) {
        System.setProperty("java.awt.headless", "true");
        ImageIO.setUseCache(false);
    }
}
