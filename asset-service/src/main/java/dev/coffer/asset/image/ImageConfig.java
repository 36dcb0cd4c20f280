package dev.coffer.asset.image;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How much of this process images may take. An image that is larger is stored and given back, but not rendered. */
@ConfigMapping(prefix = "coffer.images")
public interface ImageConfig {
    /** Most pixels of an image that is decoded; looked at before decoding. */
    @WithDefault("67108864")
    long maxPixels();

    /** Longest edge of an image that is decoded, in pixels. */
    @WithDefault("16384")
    int maxEdge();

    /** Most pixels where the decoder has to hold all of them outside of the heap: WebP and progressive JPEG. */
    @WithDefault("16777216")
    long maxPixelsAtOnce();

    /** Heap that all renderings together may take; a quarter of the heap if absent. */
    Optional<MemorySize> memory();

    /** How long a rendering waits for others to end; 503 after. */
    @WithDefault("30s")
    Duration patience();

    /** Renderings of one asset that are kept; the oldest goes. */
    @WithDefault("32")
    int kept();
}
