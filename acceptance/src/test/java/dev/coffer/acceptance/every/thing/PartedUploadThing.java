package dev.coffer.acceptance.every.thing;

import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.CdfFiles;
import dev.coffer.acceptance.harness.Client;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;

/** An upload all of whose parts have arrived, by the id of its file and its own id. */
final class PartedUploadThing extends CdfThing implements Deletable {
    private final CdfFileThing files = new CdfFileThing();

    @Override
    public String create(Client owner) {
        JsonPath upload =
                owner.json(Map.of("name", "in parts")).post(owner.cdf().url() + "/initmultipartupload?parts=1")
                        .then().statusCode(201).extract().jsonPath();
        CdfFiles.put(upload.getString("uploadUrls[0]"), Payloads.csv()).expect(200);
        return upload.getLong("id") + "/" + upload.getString("uploadId");
    }

    @Override
    public void delete(Client owner, String name) {
        files.delete(owner, file(name));
    }

    @Override
    public String state(Client owner, String name) {
        return files.state(owner, file(name));
    }

    @Override
    public String unknown(String like) {
        String upload = like.substring(like.indexOf('/') + 1);
        return super.unknown(file(like)) + "/" + new StringBuilder(upload).reverse();
    }

    @Override
    public List<String> malformed() {
        return List.of();
    }

    private static String file(String name) {
        return name.substring(0, name.indexOf('/'));
    }
}
