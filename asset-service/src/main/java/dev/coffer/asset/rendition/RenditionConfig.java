package dev.coffer.asset.rendition;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is kept of rendered images. */
@ConfigMapping(prefix = "coffer.images")
interface RenditionConfig {
    /** How many renderings of one asset are kept; the oldest is deleted for a further one. */
    @WithDefault("32")
    int kept();
}
