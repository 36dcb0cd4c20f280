package dev.coffer.asset.remote;

import java.net.UnknownHostException;

/** A host that has no address on the internet. */
final class RefusedAddress extends UnknownHostException {
    RefusedAddress(String host) {
        super(host);
    }
}
