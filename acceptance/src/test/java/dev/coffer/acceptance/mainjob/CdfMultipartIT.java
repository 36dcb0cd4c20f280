package dev.coffer.acceptance.mainjob;

import static dev.coffer.acceptance.harness.CdfFiles.id;
import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.User.A;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.Answer;
import dev.coffer.acceptance.harness.CdfFiles;
import dev.coffer.acceptance.harness.Client;
import dev.coffer.acceptance.harness.Transfer;
import dev.coffer.acceptance.stack.Event;
import dev.coffer.acceptance.stack.Events;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** CDF files with multipart content, and filters. */
@Order(17)
class CdfMultipartIT {
    private static final long PART = 5L << 20;

    private final Client client = as(A);
    private final CdfFiles files = client.cdf();

    @Test
    void partsBecomeOneContentThatCanBeReadAtOnceAndIsHashedLater() {
        Payload content = Payloads.binary(2 * PART + 1234);
        JsonPath created = open(Map.of("name", content.name(), "mimeType", content.mimeType()), 3);
        long id = created.getLong("id");
        List<String> urls = created.getList("uploadUrls");
        assertThat(urls).hasSize(3);
        put(urls.get(2), content, 2 * PART, content.size());
        put(urls.get(0), Payloads.binary(PART), 0, PART);
        put(urls.get(0), content, 0, PART);
        complete(id, created.getString("uploadId")).then().statusCode(400)
                .body("error.message", is("Parts have not been uploaded: 2."));
        put(urls.get(1), content, PART, 2 * PART);

        complete(id, created.getString("uploadId")).then().statusCode(200).body("size()", is(0));
        assertThat(files.byIds(id(id)).then().statusCode(200).extract().jsonPath().getBoolean("items[0].uploaded"))
                .isTrue();
        files.assertContent(id, content);
        complete(id, created.getString("uploadId")).then().statusCode(200);

        Event hashed = Events.await(Events.FILES, "the hash",
                event -> event.key().equals(String.valueOf(id)) && event.data("hash").equals(content.blake3()));
        assertThat(hashed.data("sha256")).isEqualTo(content.sha256());
        files.assertContent(id, content);
    }

    @Test
    void onePartIsEnoughAlsoForAnEmptyFile() {
        for (Payload content : List.of(Payloads.csv(), Payloads.text(""))) {
            JsonPath created = open(Map.of("name", content.name()), 1);
            put(created.getString("uploadUrls[0]"), content, 0, content.size());
            complete(created.getLong("id"), created.getString("uploadId")).then().statusCode(200);
            files.assertContent(created.getLong("id"), content);
        }
    }

    @Test
    void aSmallPartInTheMiddleIsNamed() {
        JsonPath created = open(Map.of("name", "small"), 2);
        Payload content = Payloads.binary(200);
        put(created.getString("uploadUrls[0]"), content, 0, 100);
        put(created.getString("uploadUrls[1]"), content, 100, 200);
        complete(created.getLong("id"), created.getString("uploadId")).then().statusCode(400)
                .body("error.message", containsString("Part 1 has 100 bytes"));
    }

    @Test
    void aFileIsFoundChangedAndDeleted() {
        String source = Payloads.unique("source");
        Payload content = Payloads.text("found");
        JsonPath created = files.created(Map.of("name", "Annual Report.pdf", "source", source));
        long id = created.getLong("id");
        CdfFiles.put(created.getString("uploadUrl"), content).expect(200);
        Map<String, Object> filter = Map.of("source", source);
        client.json(Map.of("filter", filter)).post(files.url() + "/list").then().statusCode(200).body("items.id",
                is(List.of(id)));
        client.json(Map.of("filter", filter)).post(files.url() + "/aggregate").then().statusCode(200)
                .body("items[0].count", is(1));
        client.json(Map.of("search", Map.of("name", "annual"), "filter", filter)).post(files.url() + "/search").then()
                .statusCode(200).body("items.id", is(List.of(id)));
        Map<String, Object> update = Map.of("id", id, "update", Map.of("metadata", Map.of("add", Map.of("k", "v"))));
        client.json(Map.of("items", List.of(update))).post(files.url() + "/update").then().statusCode(200)
                .body("items[0].metadata.k", is("v"));
        String link = files.downloadUrl(id);
        client.json(Map.of("items", List.of(id(id)))).post(files.url() + "/delete").then().statusCode(200);
        files.byIds(id(id)).then().statusCode(400);
        Events.await(Events.FILES, "the deletion",
                event -> event.key().equals(String.valueOf(id)) && event.type().endsWith("file.deleted"));
        assertThat(Transfer.send(Transfer.plain(link).GET()).status()).isIn(200, 404);
    }

    private JsonPath open(Map<String, Object> file, int parts) {
        return client.json(file).post(files.url() + "/initmultipartupload?parts=" + parts).then().statusCode(201)
                .extract().jsonPath();
    }

    private Response complete(long id, String uploadId) {
        return client.json(Map.of("id", id, "uploadId", uploadId)).post(files.url() + "/completemultipartupload");
    }

    private static void put(String url, Payload content, long from, long to) {
        byte[] part = content.slice(from, to);
        Payload slice = new Payload("part", "", part.length, () -> new ByteArrayInputStream(part));
        Answer answer = Transfer.send(Transfer.plain(url).PUT(Transfer.body(slice)));
        answer.expect(200);
    }
}
