package dev.coffer.asset.remote;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * The addresses that belong to the internet. All others lead to this machine, this network, a provider's own services,
 * nowhere, or to one of these in another form (IANA special-purpose registries, RFC 6890).
 */
final class PublicAddresses {
    private static final List<Network> NOT_V4 = networks("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8",
            "168.63.129.16/32", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4");
    /** What is outside is local, multicast, mapped, compatible or translated. */
    private static final Network GLOBAL_V6 = Network.of("2000::/3");
    /** Teredo and other protocols, documentation, 6to4. */
    private static final List<Network> NOT_V6 =
            networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "2620:4f:8000::/48");

    private PublicAddresses() {}

    static boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address
                ? GLOBAL_V6.contains(bytes) && NOT_V6.stream().noneMatch(network -> network.contains(bytes))
                : NOT_V4.stream().noneMatch(network -> network.contains(bytes));
    }

    private static List<Network> networks(String... texts) {
        return Arrays.stream(texts).map(Network::of).toList();
    }

    private record Network(byte[] start, int bits) {
        static Network of(String text) {
            int slash = text.indexOf('/');
            byte[] start = InetAddress.ofLiteral(text.substring(0, slash)).getAddress();
            return new Network(start, Integer.parseInt(text.substring(slash + 1)));
        }

        boolean contains(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                if (((start[bit / 8] ^ address[bit / 8]) >> (7 - bit % 8) & 1) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
