package dev.coffer.blob.transfer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Connections to the store that clients keep open: bodies on their way in and out that are in no memory. */
@ConfigMapping(prefix = "coffer.transfers")
public interface TransferConfig {
    /** Bodies that stream to the store at the same time. */
    @WithDefault("256")
    int uploads();

    /**
     * Contents that stream from the store at the same time. Each may hold a mebibyte of what the client does not take,
     * in the buffers of the HTTP client; so one for every 3 MiB of the heap if it is not set.
     */
    Optional<Integer> downloads();

    /** How long a request waits for its turn before it is answered with 503. */
    @WithDefault("10s")
    Duration waitTimeout();
}
