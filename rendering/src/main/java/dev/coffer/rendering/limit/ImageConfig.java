package dev.coffer.rendering.limit;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** How much of this process images may take. An image that is larger is stored and given back, but not rendered. */
@ConfigMapping(prefix = "coffer.images")
public interface ImageConfig {
    /** Most pixels of an image that is decoded; looked at before decoding. */
    @WithDefault("67108864")
    long maxPixels();

    /** Longest edge of an image that is decoded, in pixels. */
    @WithDefault("16384")
    int maxEdge();

    /** Most pixels where the decoder has to hold all of them outside of the heap: WebP, and JPEG with several scans. */
    @WithDefault("16777216")
    long maxPixelsAtOnce();

    /** Largest file that is decoded: what most pixels take that are not compressed at all. */
    @WithDefault("512M")
    MemorySize maxFile();

    /** Most chunks of a PNG or WebP, segments of a JPEG, blocks of a GIF ahead of its first picture. */
    @WithDefault("65536")
    long maxBlocks();

    /** Most scans of a JPEG; usual are ten. */
    @WithDefault("100")
    long maxScans();

    /** Most pixels of all scans of a JPEG together: each scan may cost as much as the image has pixels. */
    @WithDefault("536870912")
    long maxScanPixels();

    /** How long one image may keep its thread busy, from decoding to writing; 400 after. */
    @WithDefault("20s")
    Duration deadline();

    /** The part of the processors that images may keep busy, where {@link #decoders} does not say it. */
    @WithDefault("1.0")
    double processorShare();

    /**
     * Images that are decoded at the same time, each by a thread of its own; if absent as many as {@link
     * #processorShare} of the processors, but two at least.
     */
    OptionalInt decoders();

    /** How many of them one tenant may have; half of them if absent. Always fewer than there are. */
    OptionalInt decodersPerTenant();

    /** Most requests that wait for a decoder; 503 for more. A gallery asks for a hundred thumbnails at once. */
    @WithDefault("512")
    int waiting();

    /** How many of them may be of one tenant; 503 for more. */
    @WithDefault("256")
    int waitingPerTenant();

    /** The part of the heap that all renderings together may take, where {@link #memory} does not say it. */
    @WithDefault("0.25")
    double heapShare();

    /** Heap that all renderings together may take, those of one tenant two thirds of it. */
    Optional<MemorySize> memory();

    /** How long a request waits for a decoder, and then for memory; 503 after. */
    @WithDefault("30s")
    Duration waitTimeout();
}
