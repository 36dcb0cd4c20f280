package dev.coffer.acceptance.hostile;

import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.User.A;
import static dev.coffer.acceptance.harness.User.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.harness.Answer;
import dev.coffer.acceptance.harness.Client;
import dev.coffer.acceptance.harness.Transfer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON that takes many times its size on the heap of the service. */
@Order(61)
@Tag("hostile")
class JsonIT {
    private static final int AT_ONCE = 100;
    private static final int ROUNDS = 3;
    private static final int MANY = 200;
    private static final String SETTING = "/api/settings/hostile";
    private static final List<Integer> REFUSALS = List.of(400, 413, 429, 503);

    @AfterEach
    void everybodyIsStillServed() {
        // One after the other: what is left of an attack may be as large as settings may be.
        assertThat(as(A).json("1").post(SETTING).statusCode()).isEqualTo(200);
        for (int i = 0; i < AT_ONCE; i++) {
            assertThat(as(A).json("0").post(SETTING + i).statusCode()).isEqualTo(200);
        }
        as(B).cdf().created(Map.of("name", "after the attack"));
        as(B).assets().list("limit", 1).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "{\"a\":{}}", "[[[[[[[[]]]]]]]]"})
    void bodiesThatAreSmallUntilTheyAreRead(String element) throws Exception {
        byte[] body = compressed(many(element, 4_000_000));
        assertRefused(as(A).byKey(), SETTING, body, true, 4);
        assertRefused(as(A).byKey(), "/api/settings", body, true, 4);
    }

    @Test
    void coordinatesOfNothing() throws Exception {
        String body = "{\"name\":\"x\",\"geoLocation\":{\"type\":\"Feature\",\"geometry\":{\"type\":\"LineString\","
                + "\"coordinates\":" + many("[]", 15_900_000) + "}}}";
        assertRefused(as(A), as(A).cdf().url(), compressed(body), true, 4);
    }

    @Test
    void manyBodiesWithAsMuchAsOneMayHave() throws Exception {
        byte[] body = many("{\"a\":{}}", 350_000).getBytes(StandardCharsets.UTF_8);
        Victim.isServedBeside(() -> {
            for (int round = 0; round < ROUNDS; round++) {
                Together.send(AT_ONCE, i -> post(as(A).byKey(), SETTING + i, body, false).status())
                        .forEach(status -> assertThat(status).isIn(200, 413, 429, 503));
            }
        });
    }

    @Test
    void manyLargeTextsAndManyWhoReadThemAtOnce() throws Exception {
        byte[] body = ("\"" + "x".repeat(3_500_000) + "\"").getBytes(StandardCharsets.UTF_8);
        Victim.isServedBeside(() -> {
            for (int round = 0; round < ROUNDS; round++) {
                Together.send(AT_ONCE, i -> post(as(A).byKey(), SETTING + i % 2, body, false).status())
                        .forEach(status -> assertThat(status).isIn(200, 413, 429, 503));
                readTogether(AT_ONCE, "/api/settings");
            }
        });
    }

    @Test
    void oneLargeTextThatManyReadAtOnce() throws Exception {
        byte[] body = ("\"" + "x".repeat(3_900_000) + "\"").getBytes(StandardCharsets.UTF_8);
        assertThat(post(as(A).byKey(), SETTING, body, false).status()).isEqualTo(200);
        Victim.isServedBeside(() -> {
            readTogether(AT_ONCE, SETTING);
            try (SlowClients slow = new SlowClients()) {
                for (int i = 0; i < MANY; i++) {
                    slow.reader(SETTING, as(A).byKey().headers());
                }
                for (int i = 0; i < ROUNDS; i++) {
                    as(B).assets().list("limit", 1).then().statusCode(200);
                }
            }
        });
    }

    @Test
    void membersOfNothing() throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] member = compressed("");
        for (int i = 0; i < 50_000; i++) {
            body.write(member);
        }
        assertThat(post(as(A).byKey(), SETTING, body.toByteArray(), true).status()).isEqualTo(400);
    }

    private static void assertRefused(Client client, String path, byte[] body, boolean gzip, int times)
            throws Exception {
        Victim.isServedBeside(() -> {
            for (int i = 0; i < times; i++) {
                Together.send(AT_ONCE, n -> post(client, path, body, gzip))
                        .forEach(answer -> assertThat(answer.status()).as(answer.text()).isIn(REFUSALS));
            }
        });
    }

    private static void readTogether(int times, String path) throws Exception {
        Together.send(times, i -> Transfer.send(as(A).byKey().transfer(path).GET()).status())
                .forEach(status -> assertThat(status).isIn(200, 413, 429, 503));
    }

    private static Answer post(Client client, String path, byte[] body, boolean gzip) {
        var request =
                client.transfer(path).header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(body));
        return Transfer.send(gzip ? request.header("Content-Encoding", "gzip") : request);
    }

    private static String many(String element, int bytes) {
        String[] elements = new String[bytes / (element.length() + 1)];
        Arrays.fill(elements, element);
        return "[" + String.join(",", elements) + "]";
    }

    private static byte[] compressed(String body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
