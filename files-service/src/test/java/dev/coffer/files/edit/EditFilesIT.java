package dev.coffer.files.edit;

import static dev.coffer.files.http.Calls.FILES;
import static dev.coffer.files.http.Calls.ids;
import static dev.coffer.files.http.Calls.post;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.coffer.files.FilesServers;
import dev.coffer.files.file.FileKey;
import dev.coffer.files.file.StoredFiles;
import dev.coffer.files.project.Project;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Updates and deletions as clients call them. */
@QuarkusTest
@QuarkusTestResource(FilesServers.class)
@TestSecurity(user = "u")
@OidcSecurity(claims = {
    @Claim(key = "sub", value = "u"),
    @Claim(key = "tenant", value = "acme"),
    @Claim(key = "projects", value = "alpha")
})
class EditFilesIT {
    private static final Project ALPHA = new Project("acme", "alpha");

    @Inject
    StoredFiles stored;

    @Test
    void aFileIsChangedAndDeleted() {
        FileKey key = stored.add(ALPHA, file -> file.mimeType = "a");
        String item = "{\"id\":" + key.id() + "}";
        post(FILES + "/update/", "{\"items\":[{\"id\":" + key.id() + ",\"update\":{\"source\":{\"set\":\"s\"},"
                + "\"mimeType\":{\"setNull\":true}}}]}").then().statusCode(200)
                .body("items.size()", equalTo(1), "items[0].source", equalTo("s"), "items[0].containsKey('mimeType')",
                        equalTo(false));
        post(FILES + "/delete", "{\"items\":[" + item + "]}").then().statusCode(200).body("$", anEmptyMap());
        post(FILES + "/delete", "{\"items\":[" + item + "]}").then().statusCode(400)
                .body("error.missing[0].id", equalTo(key.id()));
        post(FILES + "/delete/", "{\"items\":[" + item + "],\"ignoreUnknownIds\":true}").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{} | items[0].update is required",
                "{\"update\":{\"source\":{\"set\":\"a\",\"setNull\":true}}} | items[0].update.source must have either set or setNull",
                "{\"update\":{\"source\":{\"set\":null}}} | items[0].update.source must have either set or setNull",
                "{\"update\":{\"geoLocation\":{}}} | items[0].update.geoLocation must have either set or setNull",
                "{\"update\":{\"metadata\":{\"set\":null}}} | items[0].update.metadata must have either set, or add and remove",
                "{\"update\":{\"metadata\":{\"setNull\":true}}} | items[0].update.metadata must have either set, or add and remove",
                "{\"update\":{\"assetIds\":{\"set\":null}}} | items[0].update.assetIds must have either set, or add and remove",
                "{\"update\":{\"assetIds\":{\"setNull\":true}}} | items[0].update.assetIds must have either set, or add and remove",
                "{\"update\":{\"labels\":{\"set\":null}}} | items[0].update.labels must have either set, or add and remove",
                "{\"update\":{\"labels\":{\"setNull\":true}}} | items[0].update.labels must have either set, or add and remove",
                "{\"update\":{\"securityCategories\":{\"set\":null}}} | items[0].update.securityCategories must have either set, or add and remove",
                "{\"update\":{\"source\":\"a\"}} | items[0].update.source must be a JSON object",
                "{\"update\":{\"directory\":{\"set\":\"a\"}}} | items[0].update.directory.set must be an absolute path that starts with /",
                "{\"update\":{\"metadata\":{\"set\":{},\"add\":{}}}} | items[0].update.metadata must have either set, or add and remove",
                "{\"update\":{\"metadata\":{\"remove\":[null]}}} | items[0].update.metadata.remove must be a list of keys",
                "{\"update\":{\"assetIds\":{\"set\":[1],\"remove\":[1]}}} | items[0].update.assetIds must have either set, or add and remove",
                "{\"update\":{\"assetIds\":{\"add\":[0]}}} | items[0].update.assetIds.add[0] must be an id from 1 to 9007199254740991",
                "{\"update\":{\"labels\":{\"set\":[],\"add\":[]}}} | items[0].update.labels must have either set, or add and remove",
                "{\"update\":{\"labels\":{\"add\":[{}]}}} | items[0].update.labels.add[0].externalId is required",
                "{\"update\":{\"securityCategories\":{\"add\":[1]}}} | items[0].update.securityCategories.add are not supported: the list must be empty or absent",
                "{\"update\":{\"sourceCreatedTime\":{\"set\":-1}}} | items[0].update.sourceCreatedTime.set must be milliseconds since 1970, 0 or more",
                "{\"update\":{\"dataSetId\":{\"set\":0}}} | items[0].update.dataSetId.set must be an id from 1 to 9007199254740991",
                "{\"update\":{\"geoLocation\":{\"set\":{\"type\":\"Point\"}}}} | items[0].update.geoLocation.set.type must be Feature",
                "{\"update\":{\"externalId\":{\"set\":\"a\\u0000\"}}} | items[0].update.externalId.set must not contain NUL or unpaired surrogates"
            })
    void aBadChangeIs400AndSaysWhy(String item, String message) {
        FileKey key = stored.add(ALPHA, file -> {});
        String body = "{\"items\":[{\"id\":" + key.id() + (item.equals("{}") ? "" : ",") + item.substring(1) + "]}";
        post(FILES + "/update", body).then().statusCode(400).body("error.message", equalTo(message));
    }

    @ParameterizedTest
    @CsvSource({"externalId,255", "directory,512", "source,128", "mimeType,256"})
    void textsMayBeAsLongAsOnCreation(String field, int most) {
        FileKey key = stored.add(ALPHA, file -> {});
        String value = "/" + UUID.randomUUID() + "x".repeat(most - 37);
        String body = "{\"items\":[{\"id\":" + key.id() + ",\"update\":{\"" + field + "\":{\"set\":\"%s\"}}}]}";
        post(FILES + "/update", body.formatted(value)).then().statusCode(200).body("items[0]." + field, equalTo(value));
        post(FILES + "/update", body.formatted(value + "x")).then().statusCode(400)
                .body("error.message",
                        equalTo("items[0].update." + field + ".set must have at most " + most + " characters"));
    }

    @Test
    void numbersMayBeAsLargeAsOnCreation() {
        FileKey key = stored.add(ALPHA, file -> {});
        String body = "{\"items\":[{\"id\":" + key.id() + ",\"update\":%s}]}";
        post(FILES + "/update", body.formatted("{\"sourceCreatedTime\":{\"set\":9223372036854775807},"
                + "\"assetIds\":{\"set\":[1,9007199254740991]}}")).then().statusCode(200)
                .body("items[0].sourceCreatedTime", equalTo(Long.MAX_VALUE));
        post(FILES + "/update", body.formatted("{\"sourceCreatedTime\":{\"set\":9223372036854775808}}")).then()
                .statusCode(400);
        post(FILES + "/update", body.formatted("{\"assetIds\":{\"set\":[9007199254740992]}}")).then().statusCode(400);
        String thousand = ids(1000).replaceAll("[^0-9,]", "");
        post(FILES + "/update", body.formatted("{\"assetIds\":{\"set\":[" + thousand + "]}}")).then().statusCode(200);
        post(FILES + "/update", body.formatted("{\"assetIds\":{\"set\":[" + thousand + ",1001]}}")).then()
                .statusCode(400)
                .body("error.message", equalTo("items[0].update.assetIds.set must have at most 1000 ids"));
    }

    @Test
    void ofAnInstanceOnlySomeFieldsChange() {
        String item =
                "{\"items\":[{\"instanceId\":{\"space\":\"s\",\"externalId\":\"e\"},\"update\":{\"source\":{\"set\":\"a\"}}}]}";
        post(FILES + "/update", item).then().statusCode(400)
                .body("error.message", startsWith("items[0].update can change only externalId"));
        post(FILES + "/update", item.replace("source", "externalId")).then().statusCode(400)
                .body("error.missing[0].instanceId.space", equalTo("s"));
    }

    @Test
    void aRequestHasAtMostAThousandItems() {
        for (String path : new String[] {"/update", "/delete"}) {
            post(FILES + path, "{}").then().statusCode(400);
            post(FILES + path, "{\"items\":[null]}").then().statusCode(400);
        }
        post(FILES + "/delete", "{\"items\":" + ids(1001) + "}").then().statusCode(400)
                .body("error.message", equalTo("items must be a list of 0 to 1000 identifiers"));
        post(FILES + "/delete", "{\"items\":" + ids(1000) + "}").then().statusCode(400)
                .body("error.missing.size()", equalTo(1000));
        String updates = ids(1000).replace("}", ",\"update\":{}}");
        post(FILES + "/update", "{\"items\":" + updates + "}").then().statusCode(400)
                .body("error.missing.size()", equalTo(1000));
        post(FILES + "/update", "{\"items\":" + ids(1001).replace("}", ",\"update\":{}}") + "}").then().statusCode(400)
                .body("error.message", equalTo("items must be a list of at most 1000 files with their updates"));
        post(FILES + "/delete", "{\"items\":[{\"id\":1},{\"id\":1}]}").then().statusCode(409)
                .body("error.duplicated[0].id", equalTo(1));
    }
}
