package dev.coffer.blob.ingest;

import dev.coffer.blob.store.ObjectStore;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How bytes get into the store. */
@ConfigMapping(prefix = "coffer.upload")
public interface UploadConfig {
    /** Largest body that a service sends; content that comes by a link has the limit of its session. */
    @WithDefault("50G")
    MemorySize maxSize();

    /**
     * Up to this size a body is hashed before it is written, and not written if the tenant has it. It is the first part
     * of a body that turns out to be larger, so at least {@link ObjectStore#MIN_PART}.
     */
    @WithDefault("8M")
    MemorySize smallSize();

    /** Up to this size a content is kept in its row instead of the store. */
    @WithDefault("16K")
    MemorySize inlineSize();

    /** Parts of one body that are sent to the store at the same time; at least one. */
    @WithDefault("4")
    int partsInFlight();

    /** How long a request waits for another one that completes the same upload in parts; then it is 503. */
    @WithDefault("30s")
    Duration completionWait();
}
