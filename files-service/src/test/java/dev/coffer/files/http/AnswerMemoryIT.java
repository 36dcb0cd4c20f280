package dev.coffer.files.http;

import static dev.coffer.files.http.Calls.ids;
import static dev.coffer.files.http.Calls.post;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;

import dev.coffer.files.FilesServers;
import dev.coffer.files.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Rows of data sets and of labels take a part of the heap for JSON, as those of files do. */
@QuarkusTest
@TestProfile(OperatorSettings.class)
@QuarkusTestResource(FilesServers.class)
@TestSecurity(user = "u")
@OidcSecurity(claims = {
    @Claim(key = "sub", value = "u"),
    @Claim(key = "tenant", value = "acme"),
    @Claim(key = "projects", value = "heap"),
    @Claim(key = "scope", value = "files:read files:write")
})
class AnswerMemoryIT {
    private static final String PROJECT = "/api/v1/projects/heap/";
    private static final String DATA_SETS = """
            insert into data_set (tenant, project, id, metadata, created_at, updated_at)
            select 'acme', 'heap', id, jsonb_build_object('k', repeat('x', 10000)), now(), now()
            from generate_series(1, 150) id on conflict do nothing""";
    private static final String LABELS = """
            insert into label (tenant, project, external_id, name, description, created_at)
            select 'acme', 'heap', repeat('e', 200) || id, repeat('n', 140), repeat('d', 500), now()
            from generate_series(1, 1000) id on conflict do nothing""";

    @Inject
    Rows rows;

    @Test
    void manyLargeDataSetsAreTooMuchAtATime() {
        rows.execute(DATA_SETS);
        refused(post(PROJECT + "datasets/list", "{\"limit\":1000}").then());
        refused(post(PROJECT + "datasets/byids", "{\"items\":" + ids(150) + "}").then());
        post(PROJECT + "datasets/list", "{\"limit\":10}").then().statusCode(200).body("items", hasSize(10));
        post(PROJECT + "datasets/byids", "{\"items\":" + ids(10) + "}").then().statusCode(200).body("items",
                hasSize(10));
    }

    @Test
    void manyLongLabelsAreTooMuchAtATime() {
        rows.execute(LABELS);
        refused(post(PROJECT + "labels/list", "{\"limit\":1000}").then());
        post(PROJECT + "labels/list", "{\"limit\":100}").then().statusCode(200).body("items", hasSize(100));
    }

    private static void refused(ValidatableResponse answer) {
        answer.statusCode(429).body("error.message", containsString("Too many large requests"));
    }
}
