package dev.coffer.files.label;

import static dev.coffer.files.http.Calls.ids;
import static dev.coffer.files.http.Calls.post;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.coffer.files.FilesServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Definitions of labels. */
@QuarkusTest
@QuarkusTestResource(FilesServers.class)
@TestSecurity(user = "u")
@OidcSecurity(claims = {
    @Claim(key = "sub", value = "u"),
    @Claim(key = "tenant", value = "acme"),
    @Claim(key = "projects", value = "alpha")
})
class LabelsIT {
    private static final String LABELS = "/api/v1/projects/alpha/labels";

    private final String externalId = UUID.randomUUID().toString();

    @Test
    void aLabelIsDefinedFoundAndDeleted() {
        String item = "{\"externalId\":\"" + externalId + "\"}";
        post(LABELS, "{\"items\":[{\"externalId\":\"" + externalId + "\",\"name\":\"n\",\"description\":\"d\"}]}")
                .then()
                .statusCode(201)
                .body("items[0].externalId", equalTo(externalId), "items[0].createdTime", notNullValue());
        post(LABELS + "/byids", "{\"items\":[" + item + "]}").then().statusCode(200).body("items[0].name",
                equalTo("n"));
        post(LABELS + "/list", "{\"filter\":{\"name\":\"n\",\"externalIdPrefix\":\"" + externalId + "\"}}").then()
                .statusCode(200).body("items.size()", equalTo(1), "nextCursor", nullValue());
        post(LABELS + "/list", "{\"filter\":{\"name\":\"N\",\"externalIdPrefix\":\"" + externalId + "\"}}").then()
                .statusCode(200).body("items", equalTo(List.of()));
        post(LABELS, "{\"items\":[{\"externalId\":\"" + externalId + "\",\"name\":\"n\"}]}").then().statusCode(409)
                .body("error.duplicated[0].externalId", equalTo(externalId));
        post(LABELS + "/delete", "{\"items\":[" + item + ",{\"externalId\":\"no\"}]}").then().statusCode(400)
                .body("error.missing", equalTo(List.of(Map.of("externalId", "no"))));
        post(LABELS + "/delete/", "{\"items\":[" + item + "]}").then().statusCode(200).body("$", anEmptyMap());
        post(LABELS + "/byids", "{\"items\":[" + item + "]}").then().statusCode(400);
        post(LABELS + "/byids", "{\"items\":[" + item + "],\"ignoreUnknownIds\":true}").then().statusCode(200);
    }

    @Test
    void listsAreReadPageByPageInTheOrderOfTheExternalIds() {
        String items = "{\"externalId\":\"" + externalId + "b\",\"name\":\"n\"},{\"externalId\":\"" + externalId
                + "a\",\"name\":\"n\"},{\"externalId\":\"" + externalId + "c\",\"name\":\"n\"}";
        post(LABELS, "{\"items\":[" + items + "]}").then().statusCode(201);
        String filter = "\"filter\":{\"externalIdPrefix\":\"" + externalId + "\"}";
        String cursor = post(LABELS + "/list", "{\"limit\":2," + filter + "}").then().statusCode(200)
                .body("items.externalId", equalTo(List.of(externalId + "a", externalId + "b"))).extract()
                .path("nextCursor");
        post(LABELS + "/list", "{\"limit\":2,\"cursor\":\"" + cursor + "\"," + filter + "}").then().statusCode(200)
                .body("items.externalId", equalTo(List.of(externalId + "c")), "nextCursor", nullValue());
        post(LABELS + "/list", "{\"cursor\":\"x\"}").then().statusCode(400);
        post(LABELS + "/list", "{\"limit\":0}").then().statusCode(400);
    }

    @Test
    void anEmptyListOfDataSetsLimitsNothing() {
        post(LABELS, "{\"items\":[{\"externalId\":\"" + externalId + "\",\"name\":\"n\"}]}").then().statusCode(201);
        String filter = "{\"filter\":{\"externalIdPrefix\":\"" + externalId + "\",\"dataSetIds\":%s}}";
        post(LABELS + "/list", filter.formatted("[]")).then().statusCode(200).body("items.size()", equalTo(1));
        post(LABELS + "/list", filter.formatted(ids(1000))).then().statusCode(400)
                .body("error.message", startsWith("Data sets not found: 1, 2"));
        post(LABELS + "/list", filter.formatted(ids(1001))).then().statusCode(400)
                .body("error.message", equalTo("filter.dataSetIds must be a list of at most 1000 identifiers"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[null] | items must be a list of at most 1000 labels",
                "[{\"name\":\"n\"}] | items[0].externalId is required: a text of 1 to 255 characters",
                "[{\"externalId\":\"a\"}] | items[0].name is required: a text of 1 to 140 characters",
                "[{\"externalId\":\"a\",\"name\":\"n\",\"dataSetId\":5}] | Data sets not found: 5",
                "[{\"externalId\":\"a\",\"name\":\"n\",\"dataSetId\":0}] | items[0].dataSetId must be an id from 1 to 9007199254740991"
            })
    void aBadLabelIs400AndSaysWhy(String items, String message) {
        post(LABELS, "{\"items\":" + items + "}").then().statusCode(400).body("error.message", equalTo(message));
    }

    @Test
    void limitsAreWhereTheyShouldBe() {
        String good = "{\"externalId\":\"" + externalId + "\",\"name\":\"" + "x".repeat(140) + "\",\"description\":\""
                + "x".repeat(500) + "\"}";
        post(LABELS, "{\"items\":[" + good.replace("x\"}", "xx\"}") + "]}").then().statusCode(400);
        post(LABELS, "{\"items\":[" + good.replace("\"name\":\"x", "\"name\":\"xx") + "]}").then().statusCode(400);
        post(LABELS, "{\"items\":[" + good + "," + good + "]}").then().statusCode(409);
        post(LABELS, "{\"items\":[" + good + "]}").then().statusCode(201);
    }
}
