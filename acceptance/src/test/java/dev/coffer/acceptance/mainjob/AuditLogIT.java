package dev.coffer.acceptance.mainjob;

import static dev.coffer.acceptance.content.Payloads.unique;
import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.User.A;
import static dev.coffer.acceptance.harness.User.B;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.Answer;
import dev.coffer.acceptance.harness.Client;
import dev.coffer.acceptance.harness.Multipart;
import dev.coffer.acceptance.harness.Transfer;
import dev.coffer.acceptance.stack.ServiceLog;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Each write of a client is in the audit log of its service: who, what, which key; and no secret. */
@Order(19)
class AuditLogIT {
    private static final String AUDIT = "[de.co.audit]";

    private final String id = unique("audited");

    @Test
    void anUploadByKeySaysWhichKeyAndWhichAsset() throws IOException {
        Answer answer = upload(as(A).byKey());
        answer.expect(201);
        JsonNode entry = entry("asset-service");
        assertThat(entry.path("by").asText()).isEqualTo("key");
        assertThat(entry.path("credential").asText()).startsWith("cfr_").hasSize(40);
        assertThat(A.apiKey()).startsWith(entry.path("credential").asText());
        assertThat(entry.toString()).doesNotContain(A.apiKey());
        assertThat(entry.path("operation").asText()).isEqualTo("POST /api/assets");
        assertThat(entry.at("/changes/0/id").asText()).isEqualTo(answer.json().getString("id"));
        assertThat(entry.path("workspace").asText()).isEqualTo("user:" + entry.path("subject").asText());
        assertThat(entry.path("status").asInt()).isEqualTo(201);
        assertThat(entry.path("tenant").asText()).isNotEmpty();
    }

    @Test
    void anAttemptToChangeWhatIsOfOthersIsThere() throws IOException {
        Answer answer = Transfer.send(as(B).transfer("/api/v1/projects/" + A.project() + "/files/delete")
                .header("X-Request-Id", id).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"items\":[{\"externalId\":\"x\"}]}")));
        assertThat(answer.status()).isBetween(400, 403);
        JsonNode entry = entry("files-service");
        assertThat(entry.path("by").asText()).isEqualTo("token");
        assertThat(entry.at("/ids/project").asText()).isEqualTo(A.project());
        assertThat(entry.path("changed").asInt()).isZero();
        assertThat(entry.path("status").asInt()).isEqualTo(answer.status());
    }

    @Test
    void anUploadByLinkDoesNotShowTheLink() throws IOException {
        JsonPath file = as(A).cdf().created(Map.of("name", id));
        String url = file.getString("uploadUrl");
        Transfer.send(Transfer.plain(url).header("X-Request-Id", id).PUT(Transfer.body(Payloads.csv()))).expect(200);
        JsonNode entry = entry("blob-service");
        assertThat(entry.path("by").asText()).isEqualTo("link");
        assertThat(entry.path("operation").asText()).isEqualTo("PUT /blob/uploads/{token}");
        assertThat(entry.path("credential").asText()).isNotEmpty();
        assertThat(entry.toString()).doesNotContain(url.substring(url.lastIndexOf('/') + 1));
    }

    @Test
    void whatOnlyReadsIsNotThere() {
        Transfer.send(as(A).transfer("/api/v1/projects/" + A.project() + "/files/list").header("X-Request-Id", id)
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString("{\"limit\":1}"))).expect(200);
        ServiceLog.await("files-service", "the request",
                line -> line.contains(id) && line.contains("/files/list: 200"));
        assertThat(ServiceLog.lines("files-service")).noneMatch(line -> line.contains(id) && line.contains(AUDIT));
    }

    private Answer upload(Client client) {
        Multipart form = new Multipart().field("tags", "input").file(Payloads.png());
        return Transfer.send(client.transfer("/api/assets").header("X-Request-Id", id)
                .header("Content-Type", form.contentType()).POST(form.body()));
    }

    private JsonNode entry(String service) throws IOException {
        String line = ServiceLog.await(service, "the entry", text -> text.contains(AUDIT) && text.contains(id));
        return new ObjectMapper().readTree(line.substring(line.indexOf('{')));
    }
}
