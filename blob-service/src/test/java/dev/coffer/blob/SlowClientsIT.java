package dev.coffer.blob;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.blob.buffer.BufferPool;
import dev.coffer.blob.buffer.FreeShares;
import dev.coffer.blob.transfer.Transfers;
import dev.coffer.blob.upload.UploadLinks;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.share.Share;
import dev.coffer.common.signing.DownloadLinkClaims;
import dev.coffer.common.signing.SignedToken;
import dev.coffer.common.time.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that keep the service waiting, which waits for a second. */
@QuarkusTest
@TestProfile(SlowClientsIT.ShortTimeouts.class)
@QuarkusTestResource(RealServers.class)
@TestSecurity(user = "asset-service", roles = Caller.INTERNAL)
class SlowClientsIT {
    private static final int TIMEOUT_MILLIS = 30_000;
    private static final int LARGE = 40 << 20;

    @Inject
    BufferPool pool;

    @Inject
    Transfers transfers;

    @Inject
    SignedToken tokens;

    @Inject
    UploadLinks links;

    private final List<Socket> clients = new ArrayList<>();

    public static class ShortTimeouts implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "coffer.answer.stall-timeout", "1s",
                    "coffer.body.stall-timeout", "1s",
                    "coffer.transfers.downloads", "3");
        }
    }

    @AfterEach
    void hangUp() throws IOException {
        for (Socket client : clients) {
            client.close();
        }
    }

    @Test
    void whoReadsNothingKeepsNothing() throws Exception {
        UUID ref = Ids.next();
        given().body(Bytes.random(LARGE)).put("/internal/blobs/{ref}?tenant=a&owner=user:a", ref).then()
                .statusCode(200);
        Instant expires = Instant.now().plusSeconds(60);
        String mark = DownloadLinkClaims.mark(new Owner("a", "user:a"));
        String link = "/blob/downloads/" + tokens.sign(
                DownloadLinkClaims.PURPOSE,
                new DownloadLinkClaims(ref, mark, expires.getEpochSecond(), "image/png", "inline", null));
        for (int i = 0; i < 5; i++) {
            connect().getOutputStream()
                    .write(("GET " + link + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(given().get(link).then().statusCode(200).extract().asByteArray()).hasSize(LARGE);
        awaitWhole(transfers.shares());
    }

    @Test
    void whoDripsIsToldSoAndKeepsNothing() throws Exception {
        for (String length : List.of("Content-Length: 200000", "Transfer-Encoding: chunked")) {
            Socket client = connect();
            String head =
                    "PUT " + links.of("tenant-" + UUID.randomUUID()) + " HTTP/1.1\r\nHost: x\r\n" + length + "\r\n\r\n";
            client.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            Thread drip = Thread.startVirtualThread(() -> drip(client));
            assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 408").contains("\"code\":408");
            drip.interrupt();
        }
        awaitWhole(pool.shares());
        awaitWhole(transfers.shares());
    }

    private Socket connect() throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        client.setSoTimeout(TIMEOUT_MILLIS);
        clients.add(client);
        return client;
    }

    private static void drip(Socket client) {
        try {
            while (!Thread.interrupted()) {
                client.getOutputStream().write("1\r\nx\r\n".getBytes(StandardCharsets.US_ASCII));
                Thread.sleep(100);
            }
        } catch (IOException | InterruptedException over) {
            // It was given up.
        }
    }

    private static void awaitWhole(List<Share> shares) throws InterruptedException {
        for (int i = 0; i < 300 && !FreeShares.areWhole(shares); i++) {
            Thread.sleep(100);
        }
        assertThat(FreeShares.areWhole(shares)).isTrue();
    }
}
