package dev.coffer.acceptance.mainjob;

import static dev.coffer.acceptance.content.Payloads.unique;
import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.User.A;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.RawHttp;
import dev.coffer.acceptance.harness.Refusal;
import dev.coffer.acceptance.stack.Await;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What is revoked while it is in use is refused within 30 s, also by services that have to ask another one. */
@Order(16)
class RevocationIT {
    private static final String SESSION = "/api/auth/session";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** Each replica forgets for itself: so often one of them would be met that has not. */
    private static final int REPLICAS_ASKED = 10;

    private final String content = "/api/assets/" + as(A).assets().create(Payloads.png(), "input") + "/content";

    /** All at once, as each of them takes its time. */
    @Test
    void keysAndSessionsThatAreRevokedAreRefused() {
        JsonPath created = as(A).json(Map.of("name", unique("key"))).post("/api/keys").jsonPath();
        Map<String, String> key = Map.of("X-API-Key", created.getString("key"));
        Map<String, String> session = open(as(A).headers());
        Map<String, String> sessionOfTheKey = open(key);
        List<Map<String, String>> revoked = List.of(key, session, sessionOfTheKey);
        assertThat(revoked).allSatisfy(credential -> assertThat(status(content, credential)).isEqualTo(302));

        assertThat(RawHttp.send("DELETE", SESSION, session).status()).isEqualTo(204);
        as(A).request().delete("/api/keys/" + created.getString("id")).then().statusCode(204);

        Await.until("all are refused", LIMIT,
                () -> Collections.nCopies(REPLICAS_ASKED, revoked).stream()
                        .flatMap(List::stream)
                        .allMatch(credential -> status(content, credential) == 401));
        Refusal.assertComfy(RawHttp.send("GET", content, key), 401, "UNAUTHORIZED");
        Refusal.assertText(RawHttp.send("GET", "/api/userdata?dir=.", key), 401);
    }

    /** The cookie as a browser sends it back. */
    private static Map<String, String> open(Map<String, String> credential) {
        String cookie = RawHttp.send("POST", SESSION, credential).expect(200).header("Set-Cookie");
        return Map.of("Cookie", cookie.substring(0, cookie.indexOf(';')));
    }

    private static int status(String path, Map<String, String> credential) {
        return RawHttp.send("GET", path, credential).status();
    }
}
