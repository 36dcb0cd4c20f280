package dev.coffer.asset.remote;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** From where this service may fetch content on behalf of its users. */
@ConfigMapping(prefix = "coffer.assets.remote")
public interface RemoteConfig {
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

    /** How long a host may be silent. */
    @WithDefault("30s")
    Duration silence();

    /** How long one content may take in all. */
    @WithDefault("1h")
    Duration maxTime();

    /** Downloads that one process does at the same time. */
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
