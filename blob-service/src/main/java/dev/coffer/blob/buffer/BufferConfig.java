package dev.coffer.blob.buffer;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The memory for bodies on their way, shared by all requests of the process. */
@ConfigMapping(prefix = "coffer.buffers")
public interface BufferConfig {
    /** Size of the pool; a third of the heap if it is not set. */
    Optional<MemorySize> pool();

    /** How long a request waits for memory before it is answered with 503. */
    @WithDefault("30s")
    Duration waitTimeout();
}
