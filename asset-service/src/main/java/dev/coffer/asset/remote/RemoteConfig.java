package dev.coffer.asset.remote;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** From where this service may fetch content on behalf of its users. */
@ConfigMapping(prefix = "coffer.assets.remote")
public interface RemoteConfig {
    /** {@link #pollInterval()}, for a schedule. */
    String POLL_INTERVAL = "${coffer.assets.remote.poll-interval}";

    /** {@link #renewInterval()}, for a schedule. */
    String RENEW_INTERVAL = "${coffer.assets.remote.renew-interval}";

    /** Whether content is fetched at all. */
    @WithDefault("false")
    boolean enabled();

    /**
     * The only hosts that are asked, redirects included: {@code example.org}, {@code *.example.org} (not example.org
     * itself), {@code example.org:8443}. Without a port only 80 and 443.
     */
    Optional<List<String>> hosts();

    /** Redirects that are followed at most. */
    @WithDefault("5")
    int maxRedirects();

    /** How long a host may take to accept a connection. */
    @WithDefault("10s")
    Duration connectTimeout();

    /** How long a host may be silent, or send less than {@link #minimumRate}. */
    @WithDefault("30s")
    Duration silence();

    /** Bytes a second that a host sends on average; 0: only silence counts. */
    @WithDefault("1K")
    MemorySize minimumRate();

    /** How long one content may take in all. */
    @WithDefault("1h")
    Duration maxTime();

    /** Uploads by URL and looks at metadata that one process does at the same time. */
    @WithDefault("40")
    int requests();

    /** How many of them may be of one tenant. Always fewer than there are. */
    @WithDefault("20")
    int requestsPerTenant();

    /** Further ones that wait until one of them has ended, for {@link #waitingTimeout}; 503 above. */
    @WithDefault("128")
    int waiting();

    /** How many of those may be of one tenant; 503 above. */
    @WithDefault("64")
    int waitingPerTenant();

    /** How long one waits; 503 after. */
    @WithDefault("10s")
    Duration waitingTimeout();

    /** Downloads that one process does at the same time, at least 2; one tenant has one fewer at most. */
    @WithDefault("2")
    int workers();

    /** How often a download is tried before it has failed. */
    @WithDefault("3")
    int attempts();

    /** How long a worker may be silent before another one takes its download over. */
    @WithDefault("60s")
    Duration lease();

    /** How often a process looks for downloads to do. */
    @WithDefault("1s")
    Duration pollInterval();

    /** How often a worker says that it lives. */
    @WithDefault("15s")
    Duration renewInterval();

    /** How long ended downloads can be asked for. */
    @WithDefault("30d")
    Duration keepTasks();

    /**
     * DANGEROUS, for tests only: lets users of this service reach addresses of its own network and machine. A service
     * in production does not start with it.
     */
    @WithDefault("false")
    boolean dangerouslyAllowPrivateAddresses();
}
