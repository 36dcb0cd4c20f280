package dev.coffer.common.caller;

import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/** The signed links that open the operations that are {@link OpenedByLink}; a service that has some has one such bean. */
public interface SignedLinks {

    /** Whether the target has a link in it, a good one or not: then no other credentials are asked for. */
    boolean isIn(UriInfo target);

    /** Whose link it is; empty if the link is not good, which the operation will say. */
    Optional<Maker> maker(UriInfo target);

    /**
     * Who made a link.
     *
     * @param tenant what tells its tenant apart from others
     * @param link what tells its content apart from that of other links of the tenant
     */
    record Maker(String tenant, String link) {}
}
