package dev.coffer.files.project;

import static dev.coffer.files.http.Calls.FILES;
import static dev.coffer.files.http.Calls.post;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.coffer.files.FilesServers;
import dev.coffer.files.Rows;
import dev.coffer.files.file.FileKey;
import dev.coffer.files.file.StoredFiles;
import dev.coffer.files.http.OperatorSettings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.ClaimType;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rights by a claim of the token, and data sets that it is limited to. */
@QuarkusTest
@TestProfile(OperatorSettings.class)
@QuarkusTestResource(FilesServers.class)
@TestSecurity(user = "u")
class RightsIT {
    private static final String DATA_SETS = "/api/v1/projects/alpha/datasets";
    private static final Project ALPHA = new Project("acme", "alpha");

    @Inject
    StoredFiles stored;

    @Inject
    Rows rows;

    @Test
    @OidcSecurity(claims = {
        @Claim(key = "sub", value = "u"),
        @Claim(key = "tenant", value = "acme"),
        @Claim(key = "projects", value = "alpha"),
        @Claim(key = "scope", value = "openid files:read")
    })
    void readersReadAndDoNotWrite() {
        post(FILES + "/list", "{}").then().statusCode(200);
        for (String path : List.of("", "/update", "/delete", "/initmultipartupload?parts=1", "/uploadlink",
                "/completemultipartupload")) {
            post(FILES + path, "{}").then().statusCode(403)
                    .body("error.message", containsString("insufficient access rights"));
        }
        given().get("/api/v1/token/inspect").then().statusCode(200)
                .body("subject", equalTo("u"), "projects",
                        equalTo(List.of(Map.of("projectUrlName", "alpha", "groups", List.of()))),
                        "capabilities[0].filesAcl.actions", equalTo(List.of("READ")),
                        "capabilities[0].filesAcl.scope", equalTo(Map.of("all", Map.of())),
                        "capabilities[2].datasetsAcl.scope", equalTo(Map.of("all", Map.of())),
                        "capabilities[0].projectScope.projects", equalTo(List.of("alpha")));
    }

    @Test
    @OidcSecurity(claims = {
        @Claim(key = "sub", value = "u"),
        @Claim(key = "tenant", value = "acme"),
        @Claim(key = "projects", value = "alpha"),
        @Claim(key = "scope", value = "openid")
    })
    void withoutARightThereIsNothing() {
        post(FILES + "/list", "{}").then().statusCode(403);
        given().get(FILES).then().statusCode(403);
        given().get("/api/v1/token/inspect").then().statusCode(200).body("capabilities", equalTo(List.of()));
    }

    @Test
    @OidcSecurity(claims = {
        @Claim(key = "sub", value = "u"),
        @Claim(key = "tenant", value = "acme"),
        @Claim(key = "projects", value = "alpha"),
        @Claim(key = "scope", value = "files:write files:read"),
        @Claim(key = "data_sets", value = "[5,7]", type = ClaimType.JSON_ARRAY)
    })
    void aTokenForDataSetsGivesOnlyThose() {
        FileKey mine = stored.add(ALPHA, file -> file.dataSetId = 7L);
        FileKey other = stored.add(ALPHA, file -> file.dataSetId = 8L);
        given().get(FILES + "/" + mine.id()).then().statusCode(200);
        given().get(FILES + "/" + other.id()).then().statusCode(400).body("error.missing[0].id", equalTo(other.id()));
        post(FILES + "/list", "{\"filter\":{\"dataSetIds\":[{\"id\":8}]}}").then().statusCode(400)
                .body("error.missing[0].id", equalTo(8));
        for (String body : List.of("{\"name\":\"a\"}", "{\"name\":\"a\",\"dataSetId\":8}")) {
            post(FILES, body).then().statusCode(403).body("error.message",
                    containsString("insufficient access rights"));
        }
        post(DATA_SETS, "{\"items\":[{}]}").then().statusCode(403);
        given().get("/api/v1/token/inspect").then().statusCode(200)
                .body("capabilities[0].filesAcl.scope", equalTo(Map.of("datasetScope", Map.of("ids", List.of(5, 7)))),
                        "capabilities[1].labelsAcl.scope",
                        equalTo(Map.of("datasetScope", Map.of("ids", List.of(5, 7)))),
                        "capabilities[2].datasetsAcl.scope", equalTo(Map.of("idScope", Map.of("ids", List.of(5, 7)))));
    }

    @Test
    @OidcSecurity(claims = {
        @Claim(key = "sub", value = "u"),
        @Claim(key = "tenant", value = "acme"),
        @Claim(key = "projects", value = "alpha"),
        @Claim(key = "scope", value = "files:read"),
        @Claim(key = "data_sets", value = "[90001,90002]", type = ClaimType.JSON_ARRAY)
    })
    void aTokenForDataSetsListsAndCountsOnlyThose() {
        rows.execute("insert into data_set (tenant, project, id, external_id, created_at, updated_at) values "
                + "('acme', 'alpha', 90001, 'given', now(), now()), ('acme', 'alpha', 90003, 'given not', now(), now())");
        for (String body : List.of("{}", "{\"filter\":{\"externalIdPrefix\":\"given\"}}")) {
            post(DATA_SETS + "/list", body).then().statusCode(200).body("items.id", equalTo(List.of(90001)));
            post(DATA_SETS + "/aggregate", body).then().statusCode(200).body("items",
                    equalTo(List.of(Map.of("count", 1))));
        }
    }
}
