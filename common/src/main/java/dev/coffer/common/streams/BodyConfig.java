package dev.coffer.common.streams;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How request bodies are read. */
@ConfigMapping(prefix = "coffer.body")
public interface BodyConfig {
    /** Bytes a second that a client has to send on average, or it is cut off: 408. With 0 only silence counts. */
    @WithDefault("1K")
    MemorySize minimumRate();

    /**
     * How long a client may send nothing, or be below the rate, while its body is waited for. Time in which the body is
     * not read, because memory or the store is waited for, is not counted.
     */
    @WithDefault("30s")
    Duration stallTimeout();

    /** Largest JSON body, decompressed; 413 above. */
    @WithDefault("4M")
    MemorySize jsonLimit();
}
