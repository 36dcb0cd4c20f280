package dev.coffer.acceptance.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.harness.Transfer;
import dev.coffer.acceptance.stack.Await;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A download link of the CDF API can be used for 30 seconds. Runs late, with a link that was created early. */
@Order(50)
class ExpiredLinkIT {

    @Test
    void anExpiredLinkGivesNothing() {
        String url = AgingLink.DOWNLOAD.make();
        Await.until("the link has expired", Duration.ofSeconds(40),
                () -> Transfer.send(Transfer.plain(url).GET()).status() != 200);
        assertThat(Transfer.send(Transfer.plain(url).GET()).status()).isIn(400, 401, 403, 404, 410);
    }
}
