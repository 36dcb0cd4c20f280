package dev.coffer.userdata.setting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.userdata.Rows;
import dev.coffer.userdata.UserdataServers;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that request large answers and read nothing; the timeout is three seconds. */
@QuarkusTest
@TestProfile(SlowReadersIT.ShortTimeout.class)
@QuarkusTestResource(UserdataServers.class)
@TestSecurity(user = "sue")
@OidcSecurity(claims = {@Claim(key = "sub", value = "sue"), @Claim(key = "tenant", value = "acme")})
class SlowReadersIT {
    private static final int LENGTH = 1_200_000;
    /** Kept as six characters each: more than sockets take by themselves. */
    private static final String LARGE = "\"" + "\u00e9".repeat(LENGTH) + "\"";
    private static final int BYTES = 6 * LENGTH + 2;
    private static final int READERS = 4;

    @Inject
    Rows rows;

    @Inject
    MeterRegistry meters;

    private final List<Socket> clients = new ArrayList<>();

    public static class ShortTimeout implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("coffer.answer.stall-timeout", "3s");
        }
    }

    @AfterEach
    void hangUp() throws IOException {
        for (Socket client : clients) {
            client.close();
        }
        rows.execute("delete from setting");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/settings", "/api/settings/large"})
    void whoReadsNothingKeepsMemoryUntilTheTimeout(String path) throws Exception {
        set(LARGE);
        double before = cutOff();
        for (int i = 0; i < READERS; i++) {
            ask(path, 1);
        }
        await(() -> heap() >= 3 * BYTES);
        await(() -> heap() == 0 && cutOff() >= before + READERS);
        given().get(path).then().statusCode(200);
    }

    @Test
    void whatWasAskedForBehindItIsDroppedWithTheConnection() throws Exception {
        set(LARGE);
        double before = cutOff();
        ask("/api/settings", 3);
        await(() -> heap() >= BYTES);
        await(() -> heap() == 0 && cutOff() >= before + 1);
        await(() -> meters.get("http.server.active.requests").gauge().value() == 0);
    }

    @Test
    void aLargeSettingIsAnsweredInPieces() {
        set(LARGE);
        assertThat(given().get("/api/settings/large").then().statusCode(200)
                .header("content-length", String.valueOf(BYTES)).extract().asString()).hasSize(BYTES);
    }

    private static void set(String value) {
        given().contentType("text/plain;charset=UTF-8").body(value).post("/api/settings/large").then().statusCode(200);
    }

    private void ask(String path, int times) throws IOException {
        Socket client = new Socket();
        client.setReceiveBufferSize(4096);
        client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port));
        clients.add(client);
        String request = "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n";
        client.getOutputStream().write(request.repeat(times).getBytes(StandardCharsets.US_ASCII));
    }

    private double heap() {
        return meters.get("coffer.json.memory.used").gauge().value();
    }

    private double cutOff() {
        return meters.get("coffer.answer.slow").counter().count();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 300 && !condition.getAsBoolean(); i++) {
            Thread.sleep(100);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
