package dev.coffer.files.dataset;

import static dev.coffer.files.http.Calls.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.coffer.files.FilesServers;
import dev.coffer.files.Rows;
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
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data sets, and files in them. */
@QuarkusTest
@QuarkusTestResource(FilesServers.class)
@TestSecurity(user = "u")
@OidcSecurity(claims = {
    @Claim(key = "sub", value = "u"),
    @Claim(key = "tenant", value = "acme"),
    @Claim(key = "projects", value = "alpha")
})
class DataSetsIT {
    private static final String DATA_SETS = "/api/v1/projects/alpha/datasets";
    private static final Project ALPHA = new Project("acme", "alpha");

    private final String externalId = UUID.randomUUID().toString();

    @Inject
    StoredFiles stored;

    @Inject
    Rows rows;

    @Test
    void aDataSetIsCreatedFoundAndChanged() {
        long id = create("\"name\":\"n\",\"description\":\"d\",\"metadata\":{\"k\":\"" + externalId + "\"}");
        post(DATA_SETS + "/byids", "{\"items\":[{\"externalId\":\"" + externalId + "\"}]}").then().statusCode(200)
                .body("items[0].id", equalTo(id), "items[0].name", equalTo("n"), "items[0].writeProtected",
                        equalTo(false),
                        "items[0].createdTime", notNullValue());
        post(DATA_SETS + "/list", "{\"filter\":{\"metadata\":{\"k\":\"" + externalId + "\"},\"writeProtected\":false}}")
                .then()
                .statusCode(200).body("items.id", equalTo(List.of(id)), "nextCursor", nullValue());
        post(DATA_SETS + "/update/", "{\"items\":[{\"id\":" + id + ",\"update\":{\"name\":{\"set\":\"m\"},"
                + "\"description\":{\"setNull\":true},\"metadata\":{\"add\":{\"x\":\"y\"}},\"writeProtected\":{\"set\":false}}}]}")
                .then().statusCode(200)
                .body("items[0].name", equalTo("m"), "items[0].description", nullValue(), "items[0].metadata.x",
                        equalTo("y"));
    }

    @Test
    void dataSetsAreFoundByTheirTimes() {
        long id = create("\"name\":\"n\"");
        long created = post(DATA_SETS + "/byids", "{\"items\":[{\"id\":" + id + "}]}").jsonPath()
                .getLong("items[0].createdTime");
        rows.execute("update data_set set updated_at = created_at + interval '1 hour' where id = " + id);
        long updated = created + 3600_000;
        assertFound("\"createdTime\":{\"min\":%d,\"max\":%d}".formatted(created, created), 1);
        assertFound("\"createdTime\":{\"min\":%d}".formatted(created + 1), 0);
        assertFound("\"createdTime\":{\"max\":%d}".formatted(created - 1), 0);
        assertFound("\"lastUpdatedTime\":{\"min\":%d,\"max\":%d}".formatted(updated, updated), 1);
        assertFound("\"lastUpdatedTime\":{\"min\":%d}".formatted(updated + 1), 0);
        assertFound("\"createdTime\":{\"max\":%d},\"lastUpdatedTime\":{\"max\":%d}".formatted(created, updated - 1), 0);
        assertFound("\"createdTime\":{\"max\":9223372036854775807},\"lastUpdatedTime\":null", 1);
    }

    @Test
    void dataSetsAreCounted() {
        create("\"name\":\"n\",\"metadata\":{\"k\":\"v\"}");
        assertFound("\"metadata\":{\"k\":\"v\"}", 1);
        assertFound("\"metadata\":{\"k\":\"w\"}", 0);
        assertFound("\"writeProtected\":true", 0);
        for (String all : List.of("{}", "{\"filter\":{}}", "{\"filter\":null}")) {
            long count = post(DATA_SETS + "/aggregate/", all).then().statusCode(200)
                    .body("items.size()", equalTo(1)).extract().jsonPath().getLong("items[0].count");
            assertThat(count)
                    .isEqualTo(rows.count("select count(*) from data_set where tenant = 'acme' and project = 'alpha'"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"createdTime\":{\"min\":-1}} | filter.createdTime.min must be milliseconds since 1970, 0 or more",
                "{\"lastUpdatedTime\":{\"max\":-1}} | filter.lastUpdatedTime.max must be milliseconds since 1970, 0 or more",
                "{\"createdTime\":5} | filter.createdTime must be a JSON object",
                "{\"externalIdPrefix\":\"a\\u0000\"} | filter.externalIdPrefix must not contain NUL or unpaired surrogates",
                "{\"metadata\":{\"a\":null}} | filter.metadata.a must be a text"
            })
    void aBadFilterIs400AndSaysWhy(String filter, String message) {
        for (String operation : List.of("/list", "/aggregate")) {
            post(DATA_SETS + operation, "{\"filter\":" + filter + "}").then().statusCode(400)
                    .body("error.message", equalTo(message));
        }
    }

    @Test
    void listsAreReadPageByPage() {
        for (int i = 0; i < 3; i++) {
            post(DATA_SETS, "{\"items\":[{\"externalId\":\"" + externalId + i + "\"}]}").then().statusCode(200);
        }
        String filter = "\"filter\":{\"externalIdPrefix\":\"" + externalId + "\"}";
        String cursor = post(DATA_SETS + "/list", "{\"limit\":2," + filter + "}").then().statusCode(200)
                .body("items.size()", equalTo(2)).extract().path("nextCursor");
        post(DATA_SETS + "/list", "{\"limit\":2,\"cursor\":\"" + cursor + "\"," + filter + "}").then().statusCode(200)
                .body("items.externalId", everyItem(startsWith(externalId)), "items.size()", equalTo(1), "nextCursor",
                        nullValue());
        post("/api/v1/projects/alpha/files/list", "{\"cursor\":\"" + cursor + "\"}").then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[{},{},{},{},{},{},{},{},{},{},{}] | items must be a list of at most 10 data sets",
                "[null] | items must be a list of at most 10 data sets",
                "[{\"name\":\"\"}] | items[0].name must have 1 to 50 characters, or be absent",
                "[{\"writeProtected\":true}] | items[0].writeProtected is not supported: it must be false or absent",
                "[{\"externalId\":\"a\\u0000\"}] | items[0].externalId must not contain NUL or unpaired surrogates"
            })
    void aBadDataSetIs400AndSaysWhy(String items, String message) {
        post(DATA_SETS, "{\"items\":" + items + "}").then().statusCode(400).body("error.message", equalTo(message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"name\":{\"set\":null}} | items[0].update.name must have either set or setNull",
                "{\"writeProtected\":{}} | items[0].update.writeProtected must have either set or setNull",
                "{\"metadata\":{\"setNull\":true}} | items[0].update.metadata must have either set, or add and remove"
            })
    void aChangeThatSaysNothingIs400(String update, String message) {
        post(DATA_SETS + "/update", "{\"items\":[{\"id\":5,\"update\":" + update + "}]}").then().statusCode(400)
                .body("error.message", equalTo(message));
    }

    @Test
    void limitsAreWhereTheyShouldBe() {
        post(DATA_SETS,
                "{\"items\":[{\"name\":\"" + "x".repeat(50) + "\",\"description\":\"" + "x".repeat(500) + "\"}]}")
                .then()
                .statusCode(200);
        post(DATA_SETS, "{\"items\":[{\"name\":\"" + "x".repeat(51) + "\"}]}").then().statusCode(400);
        post(DATA_SETS, "{\"items\":[{\"description\":\"" + "x".repeat(501) + "\"}]}").then().statusCode(400);
    }

    @Test
    void aThousandDataSetsAreChangedAtOnce() {
        rows.execute(
                "insert into data_set (tenant, project, id, external_id, created_at, updated_at) select 'acme', 'alpha', "
                        + "4200000000 + n, '" + externalId + "-' || n, now(), now() from generate_series(1, 1001) n");
        post(DATA_SETS + "/update", changes(1000)).then().statusCode(200)
                .body("items.name", everyItem(equalTo("m")), "items.size()", equalTo(1000),
                        "items[999].externalId", equalTo(externalId + "-1000"));
        post(DATA_SETS + "/update", changes(1001)).then().statusCode(400)
                .body("error.message", equalTo("items must be a list of at most 1000 data sets"));
    }

    private String changes(int count) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(
                        n -> "{\"externalId\":\"" + externalId + "-" + n + "\",\"update\":{\"name\":{\"set\":\"m\"}}}")
                .collect(Collectors.joining(",", "{\"items\":[", "]}"));
    }

    @Test
    void oneExternalIdForTwoDataSetsIs409() {
        List<Long> ids = post(DATA_SETS, "{\"items\":[{},{}]}").then().statusCode(200).extract().jsonPath()
                .getList("items.id", Long.class);
        String change = ",\"update\":{\"externalId\":{\"set\":\"" + externalId + "\"}}}";
        post(DATA_SETS + "/update",
                "{\"items\":[{\"id\":" + ids.get(0) + change + ",{\"id\":" + ids.get(1) + change + "]}")
                .then().statusCode(409).body("error.duplicated", equalTo(List.of(Map.of("externalId", externalId))));
    }

    @Test
    void anExternalIdInUseIs409() {
        create("\"name\":\"n\"");
        post(DATA_SETS, "{\"items\":[{\"externalId\":\"" + externalId + "\"}]}").then().statusCode(409)
                .body("error.duplicated[0].externalId", equalTo(externalId));
        long other =
                post(DATA_SETS, "{\"items\":[{}]}").then().statusCode(200).extract().jsonPath().getLong("items[0].id");
        post(DATA_SETS + "/update",
                "{\"items\":[{\"id\":" + other + ",\"update\":{\"externalId\":{\"set\":\"" + externalId
                        + "\"}}}]}")
                .then().statusCode(409).body("error.duplicated[0].externalId", equalTo(externalId));
    }

    @Test
    void unknownDataSetsAreMissing() {
        post(DATA_SETS + "/byids", "{\"items\":[{\"id\":5}]}").then().statusCode(400).body("error.missing[0].id",
                equalTo(5));
        post(DATA_SETS + "/byids", "{\"items\":[{\"id\":5}],\"ignoreUnknownIds\":true}").then().statusCode(200)
                .body("items", equalTo(List.of()));
        post(DATA_SETS + "/byids", "{\"items\":[{\"id\":5},{\"id\":5}]}").then().statusCode(409);
        post(DATA_SETS + "/update", "{\"items\":[{\"id\":5,\"update\":{}}]}").then().statusCode(400)
                .body("error.missing[0].id", equalTo(5));
        post("/api/v1/projects/alpha/files", "{\"name\":\"a\",\"dataSetId\":5}").then().statusCode(400)
                .body("error.missing[0].id", equalTo(5));
    }

    @Test
    void filesAreFoundByTheirDataSet() {
        long id = create("\"name\":\"n\"");
        FileKey file = stored.add(ALPHA, one -> one.dataSetId = id);
        for (String item : List.of("{\"id\":" + id + "}", "{\"externalId\":\"" + externalId + "\"}")) {
            post("/api/v1/projects/alpha/files/list", "{\"filter\":{\"dataSetIds\":[" + item + "]}}").then()
                    .statusCode(200)
                    .body("items.id", equalTo(List.of(file.id())), "items.dataSetId", hasItem(id));
        }
    }

    @Test
    @OidcSecurity(claims = {
        @Claim(key = "sub", value = "u"),
        @Claim(key = "tenant", value = "globex"),
        @Claim(key = "projects", value = "alpha")
    })
    void dataSetsOfAnotherTenantAreUnknown() {
        post(DATA_SETS + "/list", "{}").then().statusCode(200).body("items", equalTo(List.of()));
    }

    /** With this filter, of the data set that a test has created. */
    private void assertFound(String filter, int count) {
        String body = "{\"filter\":{\"externalIdPrefix\":\"" + externalId + "\"," + filter + "}}";
        post(DATA_SETS + "/list", body).then().statusCode(200).body("items.size()", equalTo(count));
        post(DATA_SETS + "/aggregate", body).then().statusCode(200).body("items",
                equalTo(List.of(Map.of("count", count))));
    }

    private long create(String members) {
        return post(DATA_SETS, "{\"items\":[{\"externalId\":\"" + externalId + "\"," + members + "}]}").then()
                .statusCode(200)
                .extract().jsonPath().getLong("items[0].id");
    }
}
