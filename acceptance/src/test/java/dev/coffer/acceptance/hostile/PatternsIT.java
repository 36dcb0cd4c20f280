package dev.coffer.acceptance.hostile;

import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.Client.encode;
import static dev.coffer.acceptance.harness.User.A;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.RawHttp;
import dev.coffer.acceptance.harness.UserFiles;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts for which a careless parser takes more than linear time. */
@Order(60)
@Tag("hostile")
class PatternsIT {
    private static final int TIMES = 8;

    @Test
    void aRangeOfBlanks() throws Exception {
        Payload file = Payloads.binary(100);
        as(A).byKey().userFiles().put(file.name(), file).expect(200);
        Map<String, String> headers = new LinkedHashMap<>(as(A).byKey().headers());
        headers.put("Range", "bytes=" + " ".repeat(800) + "-" + " ".repeat(800) + "x");
        Victim.isServedBeside(() -> {
            for (int i = 0; i < TIMES; i++) {
                RawHttp.send("GET", UserFiles.url(file.name()), headers);
            }
        });
    }

    @Test
    void aHashOfBlanks() throws Exception {
        String hash = encode("x" + " ".repeat(8000) + "x");
        Victim.isServedBeside(() -> {
            for (int i = 0; i < TIMES; i++) {
                RawHttp.send("GET", "/api/assets?hash=" + hash, as(A).byKey().headers()).expect(400);
            }
        });
    }

    @Test
    void aRangeOfBlanksOnALinkThatNeedsNoCredentials() throws Exception {
        Payload file = Payloads.binary(100);
        String id = as(A).byKey().assets().create(file, "input");
        String link = as(A).byKey().request().get("/api/assets/" + id + "/content").header("Location");
        String path = link.substring(link.indexOf("/blob/"));
        Map<String, String> headers = Map.of("Range", "bytes=" + " ".repeat(20_000) + "-" + " ".repeat(20_000) + "x");
        Victim.isServedBeside(() -> {
            for (int i = 0; i < TIMES; i++) {
                RawHttp.send("GET", path, headers).expect(200);
            }
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Accept | a/b;q=0.1,", "Accept-Language | de;q=0.1,", "Accept-Encoding | x;q=0.1,", "If-None-Match | W/\"x\",",
        "If-Match | \"x,\",", "Cookie | session=cfs_x;", "Authorization | Bearer a.", "Content-Type | a/b;c=d;",
        "If-Range | \"x\","
    })
    void aListOfThousands(String name, String item) throws Exception {
        Payload file = Payloads.binary(100);
        as(A).byKey().userFiles().put(file.name(), file).expect(200);
        Map<String, String> headers = new LinkedHashMap<>(as(A).byKey().headers());
        headers.put(name, item.repeat(50_000 / item.length()));
        Victim.isServedBeside(() -> {
            for (int i = 0; i < TIMES; i++) {
                RawHttp.send("GET", UserFiles.url(file.name()), headers);
                RawHttp.send("GET", "/api/assets", headers);
            }
        });
    }
}
