package dev.coffer.blob;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.coffer.common.identity.Caller;
import dev.coffer.common.time.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By what a request is followed: its id in answers and in the log, on every thread; and what a path allows. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@TestSecurity(user = "a-service", roles = Caller.INTERNAL)
class RequestTraceIT {
    private final String requestId = "test-" + UUID.randomUUID();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger root = Logger.getLogger("");
    private final Logger requests = Logger.getLogger("dev.coffer.requests");
    private final Handler log = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(((ExtLogRecord) line).getMdc("requestId") + " " + ((ExtLogRecord) line).getFormattedMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        requests.setLevel(Level.ALL);
        root.addHandler(log);
    }

    @AfterEach
    void stopListening() {
        root.removeHandler(log);
        requests.setLevel(null);
    }

    @Test
    void everyLineOfTheLogHasTheId() {
        UUID ref = Ids.next();
        given().header("X-Request-Id", requestId).queryParam("tenant", "acme").queryParam("owner", "user:ann").body("x")
                .put("/internal/blobs/{ref}", ref).then().statusCode(200).header("x-request-id", equalTo(requestId));
        given().header("X-Request-Id", requestId).queryParam("tenant", "acme").queryParam("owner", "user:bob")
                .get("/internal/refs/{ref}/content", ref).then().statusCode(404);
        awaitLine(requestId + " GET /internal/refs/{ref}/content: 404, ");
        assertThat(lines).anyMatch(line -> line.startsWith(requestId + " PUT /internal/blobs/{ref}: 200, 1 bytes in, "))
                .anyMatch(line -> line.startsWith(requestId) && line.contains(ref.toString()))
                .anyMatch(line -> line.startsWith(requestId + " GET /internal/refs/{ref}/content: 404, "))
                .noneMatch(line -> line.contains("/internal/blobs/" + ref));
    }

    @Test
    void aMalformedPathLeavesItsConnectionToTheNextRequest() throws IOException {
        byte[] request = "GET /blob/%zz HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            client.setSoTimeout(10_000);
            for (int i = 0; i < 2; i++) {
                client.getOutputStream().write(request);
                assertThat(answer(client)).startsWith("HTTP/1.1 400");
            }
        }
    }

    @Test
    void aLinkIsNotInTheLog() {
        given().header("X-Request-Id", requestId).get("/blob/downloads/a-secret").then().statusCode(403);
        awaitLine(requestId + " GET /blob/downloads/{token}: 403, ");
        assertThat(lines).anyMatch(line -> line.startsWith(requestId + " GET /blob/downloads/{token}: 403, "))
                .noneMatch(line -> line.contains("a-secret"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "POST   | /blob/downloads/x           | GET, HEAD",
        "DELETE | /blob/files/x               | GET, HEAD",
        "GET    | /blob/uploads/x             | PUT",
        "GET    | /internal/blobs/ID          | PUT",
        "GET    | /internal/refs/ID           | DELETE, PUT",
        "POST   | /internal/refs/ID/content   | GET, HEAD",
        "GET    | /internal/uploads/ID        | DELETE, PUT",
        "GET    | /internal/uploads/completed | POST",
        "PUT    | /internal/usage             | GET, HEAD"
    })
    void aKnownPathNamesItsMethods(String method, String path, String allowed) {
        given().header("X-Request-Id", requestId).request(method, path.replace("ID", Ids.next().toString())).then()
                .statusCode(405).header("Allow", equalTo(allowed)).header("x-request-id", equalTo(requestId));
    }

    /** One whole answer, and nothing of the next. */
    private static String answer(Socket client) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) client.getInputStream().readNBytes(1)[0]);
        }
        String length = head.toString().toLowerCase(Locale.ROOT).split("content-length: ")[1].split("\r\n")[0];
        client.getInputStream().skipNBytes(Long.parseLong(length));
        return head.toString();
    }

    /** The line of an answer may be written when its client has the answer already. */
    private void awaitLine(String start) {
        for (int i = 0; i < 100 && lines.stream().noneMatch(line -> line.startsWith(start)); i++) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
