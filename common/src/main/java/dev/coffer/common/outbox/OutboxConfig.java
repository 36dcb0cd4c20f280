package dev.coffer.common.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the outbox is emptied. */
@ConfigMapping(prefix = "coffer.outbox")
public interface OutboxConfig {
    /** How often to look for rows that another replica has written; own rows are sent at once. */
    @WithDefault("500ms")
    Duration pollInterval();

    /** Longest pause between two attempts while Kafka or blob-service is out of reach. */
    @WithDefault("5s")
    Duration maxBackOff();

    /** Rows in one batch. */
    @WithDefault("500")
    int batchSize();

    /** Partitions of a topic that the relay has to create. */
    @WithDefault("3")
    int partitions();

    /** Replicas of a topic that the relay has to create; production wants 3. */
    @WithDefault("1")
    short replicationFactor();

    /** Whether this service gives references back to blob-service; only blob-service itself does not. */
    @WithDefault("true")
    boolean releases();
}
