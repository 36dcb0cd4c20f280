package dev.coffer.asset.remote;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names to addresses of the internet only. The client connects to exactly what this returns, so a name that
 * leads elsewhere the next time it is asked for gains nothing, nor does an address written as a number.
 */
@ApplicationScoped
class PublicDns implements DnsResolver {
    private final RemoteConfig config;

    PublicDns(RemoteConfig config) {
        this.config = config;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = InetAddress.getAllByName(host);
        if (config.dangerouslyAllowPrivateAddresses()) {
            return found;
        }
        InetAddress[] allowed =
                Arrays.stream(found).filter(PublicAddresses::contains).toArray(InetAddress[]::new);
        if (allowed.length == 0) {
            throw new RefusedAddress(host);
        }
        return allowed;
    }

    /** A host that has no address on the internet. */
    static final class RefusedAddress extends UnknownHostException {
        private RefusedAddress(String host) {
            super(host);
        }
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
