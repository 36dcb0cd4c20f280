package dev.coffer.acceptance.mainjob;

import static dev.coffer.acceptance.content.Payloads.unique;
import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.User.A;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.Answer;
import dev.coffer.acceptance.harness.Client;
import dev.coffer.acceptance.harness.Multipart;
import dev.coffer.acceptance.harness.RawHttp;
import dev.coffer.acceptance.harness.Transfer;
import dev.coffer.acceptance.stack.Event;
import dev.coffer.acceptance.stack.Events;
import dev.coffer.acceptance.stack.ServiceLog;
import io.restassured.path.json.JsonPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A request can be followed: from the edge into each service, its log, and the events that it gives rise to. */
@Order(19)
class FollowedRequestIT {
    private final String id = unique("followed");
    private final String trace = UUID.randomUUID().toString().replace("-", "");
    private final String traceparent = "00-" + trace + "-00f067aa0ba902b7-01";

    @Test
    void anUploadIsFollowedFromTheEdgeThroughTheStoreIntoItsEvent() {
        Multipart form = new Multipart().field("tags", "input").file(Payloads.png());
        Answer answer = Transfer.send(as(A).transfer("/api/assets")
                .header("X-Request-Id", id)
                .header("traceparent", traceparent)
                .header("Content-Type", form.contentType())
                .POST(form.body()));
        answer.expect(201);
        assertThat(answer.header("X-Request-Id")).isEqualTo(id);
        Event event = Events.await(Events.ASSETS, "the upload", e -> e.key().equals(answer.json().getString("id")));
        assertOfTheTrace(event);
        assertLogged("asset-service", id + " " + trace, "POST /api/assets: 201");
        assertLogged("blob-service", id + " " + trace, "PUT /internal/blobs/{ref}: 200");
    }

    @Test
    void anUploadByLinkIsFollowedIntoTheEventOfItsFile() {
        JsonPath file = as(A).cdf().created(Map.of("name", id));
        Payload payload = Payloads.csv();
        Answer answer = Transfer.send(Transfer.plain(file.getString("uploadUrl"))
                .header("X-Request-Id", id)
                .header("traceparent", traceparent)
                .PUT(Transfer.body(payload)));
        answer.expect(200);
        assertThat(answer.header("X-Request-Id")).isEqualTo(id);
        assertOfTheTrace(Events.await(
                Events.FILES, "the upload", Events.uploaded("id", String.valueOf(file.getLong("id")))));
        assertLogged("blob-service", id + " " + trace, "PUT /blob/uploads/{token}: 200");
    }

    @ParameterizedTest
    @CsvSource({"/nowhere, 404", "/internal/usage, 404", "/api/assets;x, 400", "/api/nothing, 404",
        "/api/assets/%zz, 400",
        "/api/userdata/%zz, 400", "/api/v1/nothing, 404", "/blob/nothing, 404", "/api/assets/x, 404"})
    void aRefusalComesBackWithTheId(String path, int status) {
        for (Client client : List.of(as(A), Client.nobody())) {
            Map<String, String> headers = new LinkedHashMap<>(client.headers());
            headers.put("X-Request-Id", id);
            Answer answer = RawHttp.send("GET", path, headers);
            assertThat(answer.status()).isIn(status, 401);
            assertThat(answer.header("X-Request-Id")).isEqualTo(id);
        }
    }

    @Test
    void noLineOfTheLogCanBeForged() {
        String forged = "x] 2026-01-01T00:00:00.000 ERROR [forged";
        Answer answer = Transfer.send(as(A).transfer("/api/assets?limit=1").header("X-Request-Id", forged).GET());
        assertThat(answer.expect(200).header("X-Request-Id")).matches("[0-9a-f-]{36}");
        assertLogged("asset-service", answer.header("X-Request-Id"), "GET /api/assets: 200");
        assertThat(ServiceLog.lines("asset-service")).noneMatch(line -> line.contains("forged"));
    }

    private void assertOfTheTrace(Event event) {
        assertThat(event.envelope().path("traceparent").asText()).matches("00-" + trace + "-[0-9a-f]{16}-01")
                .isNotEqualTo(traceparent);
    }

    private static void assertLogged(String service, String inBrackets, String message) {
        ServiceLog.await(service, message, line -> line.contains("[" + inBrackets) && line.contains("] " + message));
    }
}
