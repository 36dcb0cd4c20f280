package dev.coffer.acceptance.refusal;

import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.User.A;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.Answer;
import dev.coffer.acceptance.harness.CdfFiles;
import dev.coffer.acceptance.harness.RawHttp;
import dev.coffer.acceptance.stack.Environment;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A signed link grants access to exactly one resource; it is invalid after any change. */
@Order(27)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransferLinksIT {
    private final CdfFiles files = as(A).cdf();
    private final Payload payload = Payloads.csv();
    private long id;
    private String upload;
    private String download;

    @BeforeAll
    void links() {
        JsonPath file = files.created(Map.of("name", "linked"));
        id = file.getLong("id");
        upload = file.getString("uploadUrl");
        CdfFiles.put(upload, payload).expect(200);
        download = files.downloadUrl(id);
        AgingLink.DOWNLOAD.make();
    }

    @Test
    void aChangedUploadLinkStoresNothing() {
        for (String link : changed(upload)) {
            assertRefused("PUT", link);
        }
        files.assertContent(id, payload);
    }

    @Test
    void aChangedDownloadLinkGivesNothing() {
        for (String link : changed(download)) {
            assertRefused("GET", link);
        }
    }

    @Test
    void aLinkIsGoodForOneThingOnly() {
        assertRefused("GET", upload);
        assertRefused("PUT", download);
        assertRefused("DELETE", download);
        assertRefused("GET", swapped(upload, download));
        assertRefused("PUT", swapped(download, upload));
    }

    @Test
    void nothingElseOfTheStoreIsOpen() {
        for (String path : List.of(
                "/blob/", "/blob/uploads/", "/blob/downloads/",
                "/internal/blobs/" + "0".repeat(8) + "-0000-7000-8000-000000000000",
                "/blob/../internal/refs/x/content", "/blob/%2e%2e/internal/uploads/x", "/blob/internal",
                "/internal/keys")) {
            for (Map<String, String> headers : List.of(Map.<String, String>of(), as(A).headers())) {
                assertThat(RawHttp.send("GET", path, headers).status()).as(path).isBetween(400, 499);
            }
        }
    }

    @Test
    void contentThatIsTooLargeIsRefusedAtOnce() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Length", String.valueOf((5L << 30) + 1));
        assertThat(RawHttp.send("PUT", path(upload), headers, new byte[1000]).status()).isEqualTo(413);
        files.assertContent(id, payload);
    }

    /** One letter different, in the middle, at the end, too short, too long, other case, nothing. */
    private static List<String> changed(String link) {
        List<String> links = new ArrayList<>();
        int token = link.lastIndexOf('/') + 1;
        for (int position = token; position < link.length(); position += 7) {
            char other = link.charAt(position) == 'A' ? 'B' : 'A';
            links.add(link.substring(0, position) + other + link.substring(position + 1));
        }
        links.add(link.substring(0, link.length() - 2));
        links.add(link + "x");
        links.add(link.substring(0, token) + link.substring(token).toLowerCase(Locale.ROOT));
        links.add(link.substring(0, token) + "a.b");
        links.add(link.substring(0, token) + ".");
        links.add(link.substring(0, token) + "%00");
        links.add(link.substring(0, Math.max(token, link.indexOf('.', token))));
        return links;
    }

    private static String swapped(String pathOf, String tokenOf) {
        return pathOf.substring(0, pathOf.lastIndexOf('/')) + tokenOf.substring(tokenOf.lastIndexOf('/'));
    }

    private static void assertRefused(String method, String link) {
        Answer answer = RawHttp.send(method, path(link), Map.of("Content-Length", "0"));
        assertThat(answer.status()).as(method + " " + link).isIn(400, 401, 403, 404, 405);
    }

    private static String path(String link) {
        assertThat(link).startsWith(Environment.url());
        return link.substring(Environment.url().length());
    }
}
