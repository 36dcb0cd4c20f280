package dev.coffer.common.caller;

import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/** Reads the signed links of {@link OpenedByLink} operations. A service with such operations has one such bean. */
public interface SignedLinks {

    /** Whether the target contains a link, valid or not: then other credentials are not needed. */
    boolean isIn(UriInfo target);

    /** Who made the link; empty if the link is not valid, which the operation reports. */
    Optional<Maker> maker(UriInfo target);

    /**
     * Who made a link.
     *
     * @param tenant what tells its tenant apart from others
     * @param link what tells its content apart from that of other links of the tenant
     */
    record Maker(String tenant, String link) {}
}
