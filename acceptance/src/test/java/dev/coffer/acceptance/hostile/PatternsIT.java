package dev.coffer.acceptance.hostile;

import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.Client.encode;
import static dev.coffer.acceptance.harness.User.A;

import dev.coffer.acceptance.harness.Payload;
import dev.coffer.acceptance.harness.Payloads;
import dev.coffer.acceptance.harness.RawHttp;
import dev.coffer.acceptance.harness.UserFiles;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Texts on which a careless parser spends time that grows faster than they do. */
@Order(60)
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
                as(A).byKey().request().get("/api/assets?hash=" + hash);
            }
        });
    }
}
