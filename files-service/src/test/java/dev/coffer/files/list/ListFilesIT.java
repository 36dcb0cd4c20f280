package dev.coffer.files.list;

import static dev.coffer.files.http.Calls.FILES;
import static dev.coffer.files.http.Calls.ids;
import static dev.coffer.files.http.Calls.post;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The four ways to look for files, as clients call them. */
@QuarkusTest
@QuarkusTestResource(FilesServers.class)
@TestSecurity(user = "u")
@OidcSecurity(claims = {
    @Claim(key = "sub", value = "u"),
    @Claim(key = "tenant", value = "acme"),
    @Claim(key = "projects", value = "alpha")
})
class ListFilesIT {
    private static final Project ALPHA = new Project("acme", "alpha");

    @Inject
    StoredFiles stored;

    @ParameterizedTest
    @ValueSource(strings = {"/list", "/list/"})
    void aListIsReadPageByPage(String path) {
        String source = UUID.randomUUID().toString();
        for (int i = 0; i < 3; i++) {
            stored.add(ALPHA, file -> file.source = source);
        }
        String filter = "\"filter\":{\"source\":\"" + source + "\"}";
        String cursor = post(FILES + path, "{\"limit\":2,\"cursor\":null," + filter + "}").then().statusCode(200)
                .body("items.size()", equalTo(2), "items.source", everyItem(equalTo(source)))
                .extract().path("nextCursor");
        post(FILES + path, "{\"limit\":2,\"cursor\":\"" + cursor + "\"," + filter + "}").then().statusCode(200)
                .body("items.size()", equalTo(1), "keySet()", equalTo(Set.of("items")));
        post(FILES + path, "{\"filter\":{\"source\":\"nobody\"}}").then().statusCode(200)
                .body("keySet()", equalTo(Set.of("items")), "items", equalTo(List.of()));
        post(FILES + "/aggregate", "{" + filter + "}").then().statusCode(200).body("items",
                equalTo(List.of(Map.of("count", 3))));
        post(FILES + "/search", "{\"search\":{\"name\":null}," + filter + ",\"limit\":25}").then().statusCode(200)
                .body("items.size()", equalTo(3), "nextCursor", nullValue());
        given().queryParam("source", source).get(FILES).then().statusCode(200).body("items.size()", equalTo(3));
        given().queryParam("source", source).queryParam("limit", 2).get(FILES + "/").then().statusCode(200)
                .body("items.size()", equalTo(2), "nextCursor", equalTo(cursor));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[[1]]", "[[[[1]]]]", "[1e99999999999]", "[{\"a\":[[1]]}]"})
    void idsInAQueryAreNoTrees(String ids) {
        given().queryParam("assetIds", ids).get(FILES).then().statusCode(400);
        given().queryParam("dataSetIds", ids).get(FILES).then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"limit\":0} | limit must be from 1 to 1000",
                "{\"limit\":\"5\"} | limit must be a whole number",
                "{\"cursor\":\"x\"} | cursor must be a nextCursor of this list",
                "{\"cursor\":\"eyJpIjoxfQ.eyJpIjoxfQ\"} | cursor must be a nextCursor of this list",
                "{\"cursor\":\"\"} | cursor must be a nextCursor of this list",
                "{\"partition\":\"0/2\"} | partition must be m/n with 1 <= m <= n <= 10",
                "{\"partition\":\"1/11\"} | partition must be m/n with 1 <= m <= n <= 10",
                "{\"filter\":[]} | filter must be a JSON object",
                "{\"filter\":{\"assetIds\":[]}} | filter.assetIds must have 1 to 100 ids, or be absent",
                "{\"filter\":{\"assetIds\":[0]}} | filter.assetIds[0] must be an id from 1 to 9007199254740991",
                "{\"filter\":{\"rootAssetIds\":[{\"id\":1}]}} | filter.rootAssetIds is not supported: there is no asset tree here",
                "{\"filter\":{\"assetSubtreeIds\":[{\"externalId\":\"a\"}]}} | filter.assetSubtreeIds is not supported: there is no asset tree here",
                "{\"filter\":{\"assetExternalIds\":[\"a\"]}} | filter.assetExternalIds is not supported: there is no asset tree here",
                "{\"filter\":{\"dataSetIds\":[{}]}} | filter.dataSetIds[0] must have exactly one of id and externalId",
                "{\"filter\":{\"dataSetIds\":[{\"externalId\":\"no\"}]}} | Data sets not found: no",
                "{\"filter\":{\"createdTime\":{\"min\":-1}}} | filter.createdTime.min must be milliseconds since 1970, 0 or more",
                "{\"filter\":{\"labels\":{}}} | filter.labels must have containsAny or containsAll",
                "{\"filter\":{\"labels\":{\"containsAny\":[]}}} | filter.labels.containsAny must have 1 to 10 labels, or be absent",
                "{\"filter\":{\"name\":\"a\\u0000\"}} | filter.name must not contain NUL or unpaired surrogates",
                "{\"filter\":{\"metadata\":{\"a\":\"\\ud800\"}}} | filter.metadata.a must not contain NUL or unpaired surrogates",
                "{\"filter\":{\"geoLocation\":{\"relation\":\"TOUCHES\",\"shape\":{}}}} | filter.geoLocation.relation must be INTERSECTS, WITHIN or DISJOINT",
                "{\"filter\":{\"geoLocation\":{\"relation\":\"within\"}}} | filter.geoLocation.shape is required",
                "{\"filter\":{\"geoLocation\":{\"relation\":\"within\",\"shape\":{\"type\":\"Point\",\"coordinates\":[181,2]}}}} | filter.geoLocation.shape.coordinates must have longitudes from -180 to 180, then latitudes from -90 to 90",
                "{\"filter\":{\"geoLocation\":{\"relation\":\"within\",\"shape\":{\"type\":\"Circle\",\"coordinates\":[1,2]}}}} | filter.geoLocation.shape.type must be Point, MultiPoint, LineString, MultiLineString, Polygon or MultiPolygon"
            })
    void aBadQuestionIs400AndSaysWhy(String body, String message) {
        post(FILES + "/list", body).then().statusCode(400).body("error.message", equalTo(message));
    }

    @Test
    void limitsOfFiltersAreWhereTheyShouldBe() {
        post(FILES + "/list", "{\"limit\":1000}").then().statusCode(200);
        post(FILES + "/list", "{\"limit\":1001}").then().statusCode(200);
        post(FILES + "/list", "{\"limit\":5000000000}").then().statusCode(200);
        post(FILES + "/search", "{\"search\":{\"name\":\"" + "x".repeat(256) + "\"}}").then().statusCode(200);
        post(FILES + "/search", "{\"search\":{\"name\":\"" + "x".repeat(257) + "\"}}").then().statusCode(400);
        String hundred = ids(100).replaceAll("[^0-9,]", "");
        post(FILES + "/list", "{\"filter\":{\"assetIds\":[" + hundred + "]}}").then().statusCode(200);
        post(FILES + "/list", "{\"filter\":{\"assetIds\":[" + hundred + ",101]}}").then().statusCode(400)
                .body("error.message", startsWith("filter.assetIds must have 1 to 100 ids"));
        post(FILES + "/list", "{\"filter\":{\"dataSetIds\":" + ids(101) + "}}").then().statusCode(400)
                .body("error.message", equalTo("filter.dataSetIds must be a list of at most 100 identifiers"));
    }

    @Test
    void anEmptyListOfDataSetsLimitsNothing() {
        FileKey key = stored.add(ALPHA, file -> file.source = UUID.randomUUID().toString());
        String body = "{\"filter\":{\"source\":\"" + stored.get(key).source + "\",\"dataSetIds\":[]}}";
        post(FILES + "/list", body).then().statusCode(200).body("items.id", equalTo(List.of(key.id())));
        post(FILES + "/search", body).then().statusCode(200).body("items.id", equalTo(List.of(key.id())));
        post(FILES + "/aggregate", body).then().statusCode(200).body("items", equalTo(List.of(Map.of("count", 1))));
    }

    @Test
    void aQueryUnderstandsEverySpelling() {
        FileKey key = stored.add(ALPHA, file -> {
            file.name = UUID.randomUUID().toString();
            file.assetIds = List.of(4711L);
        });
        String one = FILES + "?name=" + stored.get(key).name;
        for (String query : List.of("assetIds=4711&assetIds=5", "assetIds=%5B4711,5%5D", "assetIds=4711",
                "uploaded=false",
                "minCreatedTime=1&maxCreatedTime=1", "minLastUpdatedTime=2", "partition=1/1", "limit=1001",
                "cursor=&partition=&source=&limit=&uploaded=&assetIds=&minCreatedTime=")) {
            given().urlEncodingEnabled(false).get(one + "&" + query).then().statusCode(200)
                    .body("items.id", hasItem(key.id()));
        }
        given().urlEncodingEnabled(false).get(one + "&assetIds=5").then().statusCode(200).body("items",
                equalTo(List.of()));
        given().urlEncodingEnabled(false).get(one + "&uploaded=true").then().statusCode(200).body("items",
                equalTo(List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "limit=0", "limit=a", "uploaded=1", "assetIds=a", "assetIds=%5B1", "assetIds=1.5", "assetIds=0",
        "dataSetIds=%5B%7B%7D%5D",
        "assetExternalIds=%5B%22a%22%5D", "rootAssetIds=1", "assetSubtreeIds=1", "assetSubtreeExternalIds=a",
        "minCreatedTime=-1", "maxUploadedTime=x", "partition=2/1", "cursor=x", "name=%00"
    })
    void aBadQueryIs400(String query) {
        given().urlEncodingEnabled(false).get(FILES + "?" + query).then().statusCode(400)
                .body("error.code", equalTo(400));
    }
}
