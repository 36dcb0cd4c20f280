package dev.coffer.acceptance.hostile;

import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.User.A;
import static dev.coffer.acceptance.harness.User.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.Transfer;
import dev.coffer.acceptance.harness.UserFiles;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Requests and responses that are transferred very slowly, beside ordinary uploads and downloads of another tenant. */
@Order(61)
@Tag("hostile")
class SlowBodiesIT {
    private static final Duration ALLOWED = Duration.ofSeconds(3);
    private static final int MIB = 1 << 20;
    private static final int MANY = 200;
    private static final int ROUNDS = 5;

    @Test
    void eightOnOneUploadLink() throws Exception {
        String link = path(as(A).cdf().created(Map.of("name", Payloads.unique("slow"))).getString("uploadUrl"));
        beside(slow -> {
            for (int i = 0; i < 8; i++) {
                slow.body("PUT", link, chunked(Map.of()), new byte[200 << 10]);
            }
        });
    }

    @Test
    void manyThatSaveUserFiles() throws Exception {
        beside(slow -> {
            for (int i = 0; i < MANY; i++) {
                slow.body("POST", UserFiles.url(Payloads.unique("slow")), chunked(as(A).byKey().headers()),
                        new byte[150 << 10]);
            }
        });
    }

    @Test
    void manyThatUploadForms() throws Exception {
        String start = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"slow.bin\"\r\n\r\n";
        byte[] form = (start + "x".repeat(600 << 10)).getBytes(StandardCharsets.US_ASCII);
        Map<String, String> headers = chunked(as(A).byKey().headers());
        headers.put("Content-Type", "multipart/form-data; boundary=x");
        beside(slow -> {
            for (int i = 0; i < MANY; i++) {
                slow.body("POST", "/api/assets", headers, form);
            }
        });
    }

    @Test
    void manyThatReadNothing() throws Exception {
        long large = as(A).cdf().upload(Payloads.binary(64 * MIB));
        String link = path(as(A).cdf().downloadUrl(large));
        Payload other = Payloads.binary(2 * MIB);
        long its = as(B).cdf().upload(other);
        beside(slow -> {
            for (int i = 0; i < 2 * MANY; i++) {
                slow.reader(link, Map.of());
            }
            for (int i = 0; i < ROUNDS; i++) {
                timed("a download of 2 MiB", () -> as(B).cdf().assertContent(its, other));
            }
        });
    }

    @Test
    void manyThatReadNoAnswerOfJson() throws Exception {
        String value = "\"" + "x".repeat(3_500_000) + "\"";
        as(A).byKey().json(value).post("/api/settings/slow").then().statusCode(200);
        try {
            beside(slow -> {
                for (int i = 0; i < MANY; i++) {
                    slow.reader(i % 2 == 0 ? "/api/settings" : "/api/assets?limit=500", as(A).byKey().headers());
                }
                for (int i = 0; i < ROUNDS; i++) {
                    timed("settings of another person",
                            () -> as(B).byKey().json("1").post("/api/settings/x").then().statusCode(200));
                    timed("assets of another person",
                            () -> as(B).byKey().assets().list("limit", 1).then().statusCode(200));
                }
            });
        } finally {
            as(A).byKey().json("0").post("/api/settings/slow");
        }
    }

    private static void beside(Attack attack) throws Exception {
        Victim.isServedBeside(() -> {
            try (SlowClients slow = new SlowClients()) {
                attack.with(slow);
                for (int i = 0; i < ROUNDS; i++) {
                    uploads();
                }
            }
        });
    }

    private static void uploads() {
        Payload small = Payloads.binary(30_000);
        Payload large = Payloads.binary(MIB);
        timed("a save of 30 KB", () -> as(B).byKey().userFiles().put(small.name(), small).expect(200));
        timed("an asset of 30 KB", () -> as(B).byKey().assets().upload(small, "tags", "input").expect(201));
        timed("an asset of 1 MiB", () -> as(B).byKey().assets().upload(large, "tags", "input").expect(201));
        String link = as(B).cdf().created(Map.of("name", large.name())).getString("uploadUrl");
        timed("1 MiB in chunks by link",
                () -> Transfer.send(Transfer.plain(link).PUT(Transfer.chunked(large))).expect(200));
    }

    private static void timed(String what, Runnable request) {
        long begin = System.nanoTime();
        request.run();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).as(what).isLessThan(ALLOWED);
    }

    private static Map<String, String> chunked(Map<String, String> headers) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Transfer-Encoding", "chunked");
        return all;
    }

    private static String path(String url) {
        return URI.create(url).getRawPath();
    }

    private interface Attack {
        void with(SlowClients slow);
    }
}
