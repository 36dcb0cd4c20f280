package dev.coffer.files;

import dev.coffer.localstack.LocalServers;
import dev.coffer.testing.ServiceServers;
import java.util.Map;

/** PostgreSQL and Kafka. */
public class FilesServers extends ServiceServers {
    public FilesServers() {
        super("files");
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of(
                "kafka.bootstrap.servers", LocalServers.kafka().bootstrapServers(),
                "coffer.topics.prefix", "files-test.",
                // Tests call it themselves.
                "coffer.files.expiry.interval", "1h");
    }
}
