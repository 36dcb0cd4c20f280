package dev.coffer.files.content;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the events of blob-service are followed. */
@ConfigMapping(prefix = "coffer.files.events")
interface EventsConfig {
    /** The Kafka consumer group: its position in the topic is kept under this name. */
    @WithDefault("files-service")
    String group();
}
