package dev.coffer.common.connection;

import static dev.coffer.common.config.Setting.require;

/**
 * How many connections there may be to one server.
 *
 * @param all at least 1
 * @param perAddress of one address; 0 for any number
 */
record ConnectionLimits(int all, int perAddress) {

    /** @throws IllegalStateException that names the setting and says what is allowed */
    static ConnectionLimits ofClients(ConnectionConfig config) {
        int all = config.all();
        int perAddress = config.perAddress().orElse(Math.max(1, all / 4 * 3));
        require(all > 0, "coffer.connections.all", "at least 1");
        require(perAddress >= 0, "coffer.connections.per-address", "at least 0");
        return new ConnectionLimits(all, perAddress);
    }

    /** Probes and metrics are not limited by address: they may all come from one. */
    static ConnectionLimits ofManagement(ConnectionConfig config) {
        require(config.management() > 0, "coffer.connections.management", "at least 1");
        return new ConnectionLimits(config.management(), 0);
    }
}
