package dev.coffer.common.connection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** What connections may cost. */
@ConfigMapping(prefix = "coffer.connections")
public interface ConnectionConfig {
    /** How long a new connection may take until it has sent the head of a request. */
    @WithDefault("15s")
    Duration head();

    /** How long a connection is kept between the end of an answer and the head of the next request; 60s at most. */
    @WithDefault("60s")
    Duration idle();

    /** Connections of all addresses, without those of the management interface; more than a proxy keeps. */
    @WithDefault("4096")
    int all();

    /**
     * Connections of one address; three quarters of all if absent, 0 for any number. Behind a proxy all come from one
     * address, so it must be more than a proxy keeps.
     */
    OptionalInt perAddress();

    /** Connections of the management interface; clients cannot use up their number. */
    @WithDefault("256")
    int management();
}
