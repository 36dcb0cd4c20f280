package dev.coffer.common.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How request bodies are read. */
@ConfigMapping(prefix = "coffer.body")
public interface BodyConfig {
    /** How long a client may be silent in the middle of a body before it is cut off. */
    @WithDefault("60s")
    Duration patience();

    /** Largest JSON body, decompressed; 413 above. */
    @WithDefault("4M")
    MemorySize jsonLimit();
}
