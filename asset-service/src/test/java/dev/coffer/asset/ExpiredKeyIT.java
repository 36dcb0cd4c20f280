package dev.coffer.asset;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.common.caller.Owner;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What userdata-service has said of a key is remembered, but not for longer than the key is good. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
@QuarkusTestResource(Neighbours.class)
class ExpiredKeyIT {
    private static final int RUNNING_OUT_SECONDS = 3;

    private final Owner owner = Rows.somebody();

    @Test
    void aKeyOpensNothingOnceItsTimeIsOver() throws InterruptedException {
        Instant end = Instant.now().plusSeconds(RUNNING_OUT_SECONDS);
        String key = Neighbours.key(owner, end);
        assertThat(status(key)).isEqualTo(200);
        while (Instant.now().isBefore(end)) {
            Thread.onSpinWait();
        }
        assertThat(status(key)).isEqualTo(401);
        assertThat(status(Neighbours.key(owner))).isEqualTo(200);
    }

    private static int status(String key) {
        return given().header("X-API-Key", key).get("/api/tags").statusCode();
    }
}
