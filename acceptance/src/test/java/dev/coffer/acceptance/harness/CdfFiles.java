package dev.coffer.acceptance.harness;

import dev.coffer.acceptance.content.Payload;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;

/** The CDF files API, used by one client in one project. */
public record CdfFiles(Client client, String project) {

    public String url() {
        return "/api/v1/projects/" + Client.encode(project) + "/files";
    }

    public CdfFiles in(String otherProject) {
        return new CdfFiles(client, otherProject);
    }

    public Response create(Object file) {
        return client.json(file).post(url());
    }

    public Response overwrite(Object file) {
        return client.json(file).post(url() + "?overwrite=true");
    }

    /** A file without content yet: {@code id} and {@code uploadUrl}, among others. */
    public JsonPath created(Object file) {
        return create(file).then().statusCode(201).extract().jsonPath();
    }

    /** A file with content; returns its id. */
    public long upload(Payload payload) {
        JsonPath file = created(Map.of("name", payload.name(), "mimeType", payload.mimeType()));
        put(file.getString("uploadUrl"), payload).expect(200);
        return file.getLong("id");
    }

    /** PUTs content to a signed link, without any credentials. */
    public static Answer put(String uploadUrl, Payload payload) {
        return Transfer.send(Transfer.plain(uploadUrl)
                .header("Content-Type", payload.mimeType())
                .PUT(Transfer.body(payload)));
    }

    public Response byIds(Object... identifiers) {
        return client.json(Map.of("items", List.of(identifiers))).post(url() + "/byids");
    }

    public Response downloadLinks(Object... identifiers) {
        return client.json(Map.of("items", List.of(identifiers))).post(url() + "/downloadlink");
    }

    public String downloadUrl(long id) {
        return downloadLinks(id(id)).then().statusCode(200).extract().path("items[0].downloadUrl");
    }

    public Answer assertContent(long id, Payload expected) {
        return Transfer.assertContent(Transfer.plain(downloadUrl(id)), expected);
    }

    public static Map<String, Object> id(long id) {
        return Map.of("id", id);
    }

    public static Map<String, Object> externalId(String id) {
        return Map.of("externalId", id);
    }
}
