package dev.coffer.acceptance.hostile;

import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Connections that are kept open by very little traffic. The server closes them in time, which takes a minute: the next
 * attacks run meanwhile, and {@link ClosedConnectionsIT} looks at the end of these connections.
 */
@Order(60)
@Tag("hostile")
class ConnectionsIT {
    static final DrippingClients DRIPPING = new DrippingClients();
    private static final Duration BESIDE_ALL = Duration.ofSeconds(3);

    @Test
    void headsAndBodiesThatDrip() throws Exception {
        Victim.isServedBeside(() -> {
            DRIPPING.connect();
            Thread.sleep(BESIDE_ALL);
        });
    }
}
