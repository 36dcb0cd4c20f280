package dev.coffer.common.outbox;

import static dev.coffer.common.config.Setting.require;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** The names of the topics in Kafka. */
@ApplicationScoped
@Startup
public class Topics {
    /** Kafka takes 249 characters, and ours need some of them. */
    private static final String PREFIX = "[A-Za-z0-9._-]{0,200}";

    private final String prefix;

    Topics(TopicConfig config) {
        prefix = config.prefix();
        require(prefix.matches(PREFIX), "coffer.topics.prefix",
                "at most 200 letters, digits, dots, hyphens and underscores");
    }

    /**
     * The name of a topic in Kafka.
     *
     * @param topic without the prefix, such as {@code assets}
     */
    public String name(String topic) {
        return prefix + topic;
    }
}
