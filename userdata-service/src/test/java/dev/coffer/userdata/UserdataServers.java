package dev.coffer.userdata;

import dev.coffer.testing.ServiceServers;
import java.util.Map;

/** PostgreSQL, and limits that a test can reach. */
public class UserdataServers extends ServiceServers {
    public UserdataServers() {
        super("userdata");
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("coffer.userdata.max-file-size", "1000", "coffer.session.per-person", "20");
    }
}
