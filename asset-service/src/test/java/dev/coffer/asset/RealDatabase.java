package dev.coffer.asset;

import dev.coffer.testing.ServiceServers;

/** PostgreSQL and no other server: events stay in the outbox, where tests can read them. */
public class RealDatabase extends ServiceServers {
    public RealDatabase() {
        super("asset");
    }
}
