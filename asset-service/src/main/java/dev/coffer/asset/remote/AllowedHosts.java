package dev.coffer.asset.remote;

import dev.coffer.asset.error.AssetErrorCode;
import dev.coffer.common.error.ServiceException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** The hosts from which an operator lets users fetch. */
@ApplicationScoped
public class AllowedHosts {
    private static final String ANY = "*";

    private final boolean enabled;
    private final List<String> hosts;

    AllowedHosts(RemoteConfig config) {
        this.enabled = config.enabled();
        this.hosts =
                config.hosts().orElse(List.of()).stream().map(host -> host.strip().toLowerCase(Locale.ROOT)).toList();
    }

    /** @throws ServiceException {@code UNSUPPORTED_SOURCE}, 400, unless the host and port of the URL are allowed */
    public void check(URI url) {
        String host = url.getHost().toLowerCase(Locale.ROOT);
        boolean usual = url.getPort() < 0 || url.getPort() == (url.getScheme().equalsIgnoreCase("https") ? 443 : 80);
        String asked = usual ? host : host + ":" + url.getPort();
        if (!enabled || hosts.stream().noneMatch(allowed -> matches(allowed, asked))) {
            throw refused();
        }
    }

    public static ServiceException refused() {
        return new ServiceException(AssetErrorCode.UNSUPPORTED_SOURCE,
                "Content from this source is not supported here.");
    }

    private static boolean matches(String allowed, String asked) {
        return allowed.startsWith(ANY + ".") ? asked.endsWith(allowed.substring(ANY.length())) : asked.equals(allowed);
    }
}
