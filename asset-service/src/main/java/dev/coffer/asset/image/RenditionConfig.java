package dev.coffer.asset.image;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is kept of rendered images. */
@ConfigMapping(prefix = "coffer.images")
interface RenditionConfig {
    /** Renderings of one asset that are kept; the oldest goes. */
    @WithDefault("32")
    int kept();
}
