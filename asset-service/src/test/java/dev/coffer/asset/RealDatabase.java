package dev.coffer.asset;

import dev.coffer.testing.ServiceServers;

/** PostgreSQL, and nobody else: what the outbox has to send stays in it, where tests can look at it. */
public class RealDatabase extends ServiceServers {
    public RealDatabase() {
        super("asset");
    }
}
