package dev.coffer.common.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many processes there can be, for what they share: the connections that PostgreSQL has. */
@ConfigMapping(prefix = "coffer.replicas")
interface ReplicaConfig {
    /** The most processes of this service at the same time, those included that take over in an update. */
    @WithDefault("1")
    int max();

    /**
     * How many services share the PostgreSQL server, taken to have as many replicas and connections as this one; 0 where a
     * pooler stands in front of it, so that nothing can be compared.
     */
    @WithDefault("4")
    int services();
}
