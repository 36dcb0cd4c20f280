package dev.coffer.blob.upload;

import dev.coffer.blob.store.ObjectStore;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How bytes get into the store. */
@ConfigMapping(prefix = "coffer.upload")
public interface UploadConfig {
    /** Largest body that a service sends; content that comes by a link has the limit of its right. */
    @WithDefault("50G")
    MemorySize maxSize();

    /**
     * Up to this size a body is hashed before it is written, and not written if the tenant has it. It is the first part of
     * a body that turns out to be larger, so at least {@link ObjectStore#MIN_PART}.
     */
    @WithDefault("8M")
    MemorySize smallSize();

    /** Up to this size a content is kept in its row instead of the store. */
    @WithDefault("16K")
    MemorySize inlineSize();

    /** Parts of one body that are sent to the store at the same time; at least one. */
    @WithDefault("4")
    int partsInFlight();

    /** How long after its last sign of life, one every 30 s, an upload is taken for dead and swept. */
    @WithDefault("2m")
    Duration lease();

    /** How often unfinished uploads and expired rights are looked for. */
    @WithDefault("60s")
    Duration sweepInterval();

    /** How long an expired right to upload is remembered. */
    @WithDefault("24h")
    Duration rightsKept();
}
