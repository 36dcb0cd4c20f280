package dev.coffer.acceptance.harness;

import static dev.coffer.acceptance.harness.Client.encode;
import static dev.coffer.acceptance.harness.Client.query;

import dev.coffer.acceptance.content.Payload;
import io.restassured.response.Response;

/** The user data API, used by one client. Paths are sent as one encoded segment, as the front end does. */
public record UserFiles(Client client) {

    public static String url(String path) {
        return "/api/userdata/" + encode(path);
    }

    /** Stores content; the query is given as names and values in turn. */
    public Answer put(String path, Payload payload, Object... namesAndValues) {
        return Transfer.send(client.transfer(url(path) + query(namesAndValues))
                .header("Content-Type", "application/octet-stream")
                .POST(Transfer.body(payload)));
    }

    public Response get(String path) {
        return client.request().get(url(path));
    }

    public Response delete(String path) {
        return client.request().delete(url(path));
    }

    /** Moves a file or a folder; refused if there is something at its new place. */
    public Response move(String from, String to) {
        return client.request().post(url(from) + "/move/" + encode(to) + query("overwrite", false));
    }

    public Answer assertContent(String path, Payload expected) {
        return Transfer.assertContent(client.transfer(url(path)), expected);
    }
}
