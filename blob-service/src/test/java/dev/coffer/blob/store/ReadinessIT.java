package dev.coffer.blob.store;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import dev.coffer.blob.RealServers;
import dev.coffer.localstack.LocalServers;
import dev.coffer.localstack.S3Server;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;

/** What the probes of a cluster are told. Kafka and the identity provider are away. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ReadinessIT {
    private static final S3Server SERVER = LocalServers.minio().orElseGet(LocalServers::s3proxy);

    @TestHTTPResource(value = "health", management = true)
    URI health;

    @Test
    void aProcessIsReadyWithDatabaseAndStore() {
        given().get(health + "/ready").then().statusCode(200)
                .body("checks.name", containsInAnyOrder(
                        "Database connections health check", "Graceful Shutdown", "store"))
                .body("checks.status", everyItem(is("UP")));
    }

    @Test
    void whatIsAwayIsNoReasonToEndAProcess() {
        given().get(health + "/live").then().statusCode(200).body("checks", empty());
        given().get(health + "/started").then().statusCode(200).body("checks", empty());
    }

    @Test
    void aStoreWithoutTheBucketIsNoStore() {
        assertDown(SERVER.url(), "no-such-bucket", "there is no bucket no-such-bucket");
    }

    @Test
    void aStoreThatIsSilentOrGoneIsNoStore() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertDown("http://127.0.0.1:" + silent.getLocalPort(), "coffer", "store");
        }
        assertDown("http://127.0.0.1:1", "coffer", "store");
    }

    private static void assertDown(String url, String bucket, String reason) {
        HealthCheckResponse answer = new StoreReadiness(TestStores.at(SERVER, url, bucket)).call();
        assertThat(answer.getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
        assertThat(answer.getData().orElseThrow().get("reason").toString()).contains(reason);
    }
}
