package dev.coffer.acceptance.harness;

import static dev.coffer.acceptance.harness.Client.query;

import dev.coffer.acceptance.content.Payload;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The assets API, used by one client. */
public record Assets(Client client) {

    /** Uploads a file with form fields: names and values in turn. */
    public Answer upload(Payload payload, String... namesAndValues) {
        Multipart form = new Multipart();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.field(namesAndValues[i], namesAndValues[i + 1]);
        }
        return send(form.file(payload));
    }

    public Answer send(Multipart form) {
        return Transfer.send(
                client.transfer("/api/assets").header("Content-Type", form.contentType()).POST(form.body()));
    }

    /** Uploads new content and returns the id of the asset. */
    public String create(Payload payload, String... tags) {
        Answer answer = upload(payload, "tags", String.join(",", tags)).expect(201);
        return answer.json().getString("id");
    }

    public Response get(String id) {
        return client.request().get("/api/assets/" + id);
    }

    public Response list(Object... namesAndValues) {
        return client.request().get("/api/assets" + query(namesAndValues));
    }

    public Response update(String id, Object body) {
        return client.json(body).put("/api/assets/" + id);
    }

    public Response delete(String id) {
        return client.request().delete("/api/assets/" + id);
    }

    public Response fromHash(String hash, String... tags) {
        return fromHash(Map.of("hash", hash, "tags", List.of(tags)));
    }

    public Response fromHash(Object body) {
        return client.json(body).post("/api/assets/from-hash");
    }

    /** A body for {@link #fromHash(Object)} with further members: names and values in turn. */
    public static Map<String, Object> reference(String hash, String tag, Object... namesAndValues) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("hash", hash);
        body.put("tags", List.of(tag));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return body;
    }

    public Answer assertContent(String id, Payload expected) {
        return Transfer.assertContent(client.transfer("/api/assets/" + id + "/content"), expected);
    }
}
