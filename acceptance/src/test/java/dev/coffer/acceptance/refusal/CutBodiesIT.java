package dev.coffer.acceptance.refusal;

import static dev.coffer.acceptance.content.Payloads.unique;
import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.Refusal.assertComfy;
import static dev.coffer.acceptance.harness.Refusal.assertText;
import static dev.coffer.acceptance.harness.User.A;
import static org.hamcrest.Matchers.is;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.CdfFiles;
import dev.coffer.acceptance.harness.RawHttp;
import dev.coffer.acceptance.harness.UserFiles;
import dev.coffer.acceptance.stack.Environment;
import io.restassured.path.json.JsonPath;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A truncated body has no effect on what is stored. */
@Order(28)
class CutBodiesIT {
    /** More than a service keeps in memory before it writes to the store. */
    private static final int DECLARED = 12 << 20;
    private static final int SENT = 9 << 20;

    /** How a client disconnects. */
    enum Cut {
        END_WITH_LENGTH,
        END_IN_CHUNKS,
        RESET_WITH_LENGTH,
        RESET_IN_CHUNKS,
        END_OF_A_SMALL_BODY
    }

    @ParameterizedTest
    @EnumSource
    void aCutUserFileLeavesTheOldOne(Cut cut) {
        UserFiles files = as(A).userFiles();
        String path = unique("cut") + ".bin";
        Payload old = Payloads.csv();
        Payload fresh = Payloads.binary(DECLARED);
        send(cut, "POST", UserFiles.url(path), as(A).headers(), fresh);
        assertText(files.get(path), 404);
        files.put(path, old).expect(200);
        send(cut, "POST", UserFiles.url(path), as(A).headers(), fresh);
        files.assertContent(path, old);
        files.put(path, fresh).expect(200);
        files.assertContent(path, fresh);
    }

    @ParameterizedTest
    @EnumSource
    void aCutAssetIsNone(Cut cut) {
        Payload fresh = Payloads.binary(DECLARED);
        String tag = unique("cut");
        Map<String, String> headers = new LinkedHashMap<>(as(A).headers());
        headers.put("Content-Type", "multipart/form-data; boundary=b");
        String head = "--b\r\nContent-Disposition: form-data; name=\"tags\"\r\n\r\n" + tag
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"cut.bin\"\r\n\r\n";
        byte[] start = head.getBytes();
        byte[] all = new byte[SENT];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(fresh.slice(0, SENT - start.length), 0, all, start.length, SENT - start.length);
        send(cut, "POST", "/api/assets", headers, Payloads.of("form", "x", all));
        as(A).assets().list("include_tags", tag).then().statusCode(200).body("total", is(0));
        assertComfy(as(A).assets().fromHash(fresh.blake3(), "input"), 404, "ASSET_NOT_FOUND");
    }

    @ParameterizedTest
    @EnumSource
    void aCutPutLeavesTheOldContent(Cut cut) {
        CdfFiles files = as(A).cdf();
        JsonPath file = files.created(Map.of("name", "cut"));
        String link = file.getString("uploadUrl").substring(Environment.url().length());
        Payload old = Payloads.csv();
        Payload fresh = Payloads.binary(DECLARED);
        send(cut, "PUT", link, Map.of(), fresh);
        files.byIds(CdfFiles.id(file.getLong("id"))).then().statusCode(200).body("items[0].uploaded", is(false));
        CdfFiles.put(file.getString("uploadUrl"), old).expect(200);
        send(cut, "PUT", link, Map.of(), fresh);
        files.assertContent(file.getLong("id"), old);
        CdfFiles.put(file.getString("uploadUrl"), fresh).expect(200);
        files.assertContent(file.getLong("id"), fresh);
    }

    private static void send(Cut cut, String method, String path, Map<String, String> headers, Payload payload) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        boolean chunks = cut.name().endsWith("CHUNKS");
        int sent = cut == Cut.END_OF_A_SMALL_BODY ? 2000 : SENT;
        all.put(chunks ? "Transfer-Encoding" : "Content-Length",
                chunks ? "chunked" : String.valueOf(cut == Cut.END_OF_A_SMALL_BODY ? 3000 : DECLARED));
        try (RawHttp http = new RawHttp(Environment.url())) {
            http.head(method, path, all);
            if (chunks) {
                http.write((Integer.toHexString(DECLARED) + "\r\n").getBytes());
            }
            http.write(payload.slice(0, sent));
            if (cut.name().startsWith("RESET")) {
                http.reset();
            } else {
                http.cut().awaitClose();
            }
        }
    }
}
