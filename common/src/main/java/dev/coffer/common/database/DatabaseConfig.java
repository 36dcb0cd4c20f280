package dev.coffer.common.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** How long the database may be busy with one statement, and how much of the pool of connections one tenant may use. */
@ConfigMapping(prefix = "coffer.database")
public interface DatabaseConfig {
    /** A statement that takes longer is broken off; from 1 s. Migrations may take as long as they like. */
    @WithDefault("15s")
    Duration statementTimeout();

    /** A statement that waits longer for others' locks is broken off; from 100 ms, less than a statement may take. */
    @WithDefault("10s")
    Duration lockTimeout();

    /**
     * Part of the connections that the requests of one tenant may use at the same time; above 0, at most 0.9. It limits
     * how much of the database one tenant can keep busy.
     */
    @WithDefault("0.34")
    double tenantShare();

    /** How long a request waits for a connection of its tenant; then it is 429. */
    @WithDefault("3s")
    Duration waitTimeout();

    /**
     * How many queries of one tenant that may look at all of its rows (lists, numbers, searches) are under way at the
     * same time in one process, at least 1; as many as the process has processors, and at least 2, if not set.
     */
    OptionalInt tenantScans();

    /** How long such a query waits for others of its tenant; then it is 429. */
    @WithDefault("10s")
    Duration scanWaitTimeout();
}
