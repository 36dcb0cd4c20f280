package dev.coffer.common.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the topics are called. */
@ConfigMapping(prefix = "coffer.topics")
interface TopicConfig {
    /**
     * Begins the names of all topics; the same for all services. Letters, digits, dot, hyphen and underscore, at most 200.
     * Two installations on one Kafka need two prefixes.
     */
    @WithDefault("coffer.")
    String prefix();
}
