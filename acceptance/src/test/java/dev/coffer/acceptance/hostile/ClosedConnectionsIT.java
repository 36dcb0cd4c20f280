package dev.coffer.acceptance.hostile;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of the connections that {@link ConnectionsIT} has opened. */
@Order(64)
@Tag("hostile")
class ClosedConnectionsIT {

    @Test
    void theServerHasClosedThoseThatDrip() throws Exception {
        try (DrippingClients dripping = ConnectionsIT.DRIPPING) {
            dripping.assertClosedByTheServer();
        }
    }
}
