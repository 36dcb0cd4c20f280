package dev.coffer.acceptance.fault;

import static dev.coffer.acceptance.content.Payloads.unique;
import static dev.coffer.acceptance.harness.User.A;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.harness.Answer;
import dev.coffer.acceptance.harness.RawHttp;
import dev.coffer.acceptance.harness.Tokens;
import dev.coffer.acceptance.stack.Await;
import dev.coffer.acceptance.stack.Environment;
import dev.coffer.acceptance.stack.Replica;
import dev.coffer.acceptance.stack.Requires;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A process of a service that starts while others are away, and one that is told to stop while it is at work. */
@Order(3)
class StartAndStopIT {
    private static final String SERVICE = "userdata-service";
    private static final byte[] HALF = "\"half of ".getBytes(StandardCharsets.UTF_8);
    private static final byte[] REST = "a value\"".getBytes(StandardCharsets.UTF_8);

    @BeforeAll
    static void processesCanBeStarted() {
        Requires.that(Replica.possible(), "the stack is on this machine, which says how its processes were started");
    }

    /** One process for all of it, because each costs its start. */
    @Test
    void neitherASilentIdentityProviderNorKafkaIsWaitedForAndWhatIsUnderWayEnds() throws Exception {
        // Its backlog takes the connections, and nobody ever reads from them.
        try (ServerSocket silent = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress());
                Replica replica = new Replica(SERVICE, Map.of(
                        "QUARKUS_OIDC_AUTH_SERVER_URL", "http://127.0.0.1:" + silent.getLocalPort() + "/realms/coffer",
                        "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1",
                        "QUARKUS_SHUTDOWN_DELAY", "1s",
                        "QUARKUS_SHUTDOWN_TIMEOUT", "6s"))) {
            replica.awaitReady();
            assertThat(replica.probe("started")).isEqualTo(200);
            assertThat(replica.probe("live")).isEqualTo(200);
            keysWorkAndTokensDoNot(replica);
            whatIsUnderWayEnds(replica);
        }
    }

    private static void keysWorkAndTokensDoNot(Replica replica) {
        long begun = System.nanoTime();
        Answer withToken = send(replica, "GET", "/api/settings", Map.of("Authorization", "Bearer " + Tokens.access(A)));
        assertThat(withToken.status()).isEqualTo(503);
        assertThat(withToken.text()).contains("\"code\"");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).as("a token is not waited with for ever")
                .isLessThan(Duration.ofSeconds(20));
        assertThat(send(replica, "GET", "/api/settings", key()).status()).isEqualTo(200);
    }

    /** Settings need no other service, which this process could not call without a token. */
    private static void whatIsUnderWayEnds(Replica replica) {
        try (RawHttp ends = begun(replica); RawHttp hangs = begun(replica)) {
            replica.terminate();
            Await.until("it is not ready any more", Duration.ofSeconds(5), () -> replica.probe("ready") == 503);
            assertThat(ends.write(REST).answer().status()).isEqualTo(200);
            Answer cut = hangs.answer();
            assertThat(cut.status()).isEqualTo(503);
            assertThat(cut.text()).contains("being restarted");
        }
        assertThat(replica.awaitExit()).isIn(0, 143);
    }

    private static RawHttp begun(Replica replica) {
        Map<String, String> headers = new HashMap<>(key());
        headers.put("Content-Length", Integer.toString(HALF.length + REST.length));
        return new RawHttp(replica.url()).head("POST", "/api/settings/" + unique("stop"), headers).write(HALF);
    }

    private static Map<String, String> key() {
        return Map.of("X-API-Key", A.apiKey());
    }

    private static Answer send(Replica replica, String method, String path, Map<String, String> headers) {
        try (RawHttp http = new RawHttp(replica.url())) {
            return http.head(method, path, headers).answer();
        }
    }

    /** The database has the migrations of a newer version, too: after a rollback nothing else is there. */
    @Test
    void migrationsWaitForADatabaseThatComesLaterAndCanBeAllThatAProcessDoes() throws Exception {
        URI database = URI.create(Environment.get("COFFER_JDBC_URL_USERDATA").substring("jdbc:".length()));
        try (NewerSchema newer = new NewerSchema(Environment.get("COFFER_JDBC_URL_USERDATA"));
                LateServer late = new LateServer(new InetSocketAddress(database.getHost(), database.getPort()));
                Replica migration = new Replica(SERVICE, Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        "jdbc:postgresql://127.0.0.1:" + late.port() + database.getPath(),
                        "QUARKUS_INIT_AND_EXIT", "true"))) {
            migration.awaitSaid("Connection error");
            late.open();
            assertThat(migration.awaitExit()).as("it does not mind the %s", newer).isZero();
            assertThat(migration.said("Successfully validated")).isTrue();
            assertThat(migration.said("Listening on")).as("it serves nobody").isFalse();
        }
    }
}
