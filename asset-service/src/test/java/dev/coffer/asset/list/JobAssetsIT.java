package dev.coffer.asset.list;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.coffer.asset.RealDatabase;
import dev.coffer.asset.Rows;
import dev.coffer.common.identity.Owner;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
@TestSecurity(user = "ann")
@OidcSecurity(claims = {@Claim(key = "sub", value = "ann"), @Claim(key = "tenant", value = "jobs")})
class JobAssetsIT {
    private static final Owner ANN = Owner.user("jobs", "ann");

    @Inject
    Rows rows;

    @Test
    void assetsOfAJobComeOldestFirstAndPageByPage() {
        UUID job = UUID.randomUUID();
        for (String name : List.of("one", "two", "three")) {
            rows.add(ANN, name, row -> row.jobId = job);
        }
        rows.add(ANN, "another job's", row -> row.jobId = UUID.randomUUID());
        rows.add(Owner.user("jobs", "bob"), "another's", row -> row.jobId = job);
        rows.add(Owner.everybody("jobs"), "everybody's", row -> row.jobId = job);
        given().get("/api/jobs/" + job.toString().toUpperCase() + "/assets").then().statusCode(200)
                .body("job_id", equalTo(job.toString())).body("assets.name", contains("one", "two", "three"))
                .body("assets[0].job_id", equalTo(job.toString())).body("pagination.total", equalTo(3))
                .body("pagination.limit", equalTo(100)).body("pagination.offset", equalTo(0))
                .body("pagination.has_more", equalTo(false));
        given().get("/api/jobs/" + job + "/assets?limit=2").then()
                .body("assets.name", contains("one", "two")).body("pagination.total", equalTo(3))
                .body("pagination.has_more", equalTo(true));
        given().get("/api/jobs/" + job + "/assets?limit=500&offset=2").then()
                .body("assets.name", contains("three")).body("pagination.offset", equalTo(2))
                .body("pagination.has_more", equalTo(false));
    }

    @Test
    void aJobOfWhichNothingIsKnownHasNoAssets() {
        UUID foreign = UUID.randomUUID();
        rows.add(Owner.user("jobs", "bob"), "another's", row -> row.jobId = foreign);
        for (UUID job : List.of(foreign, UUID.randomUUID())) {
            given().get("/api/jobs/" + job + "/assets").then().statusCode(200)
                    .body("assets", empty()).body("pagination.total", equalTo(0))
                    .body("pagination.has_more", equalTo(false));
        }
    }

    @Test
    void whatCanBeNoJobIsUnknown() {
        given().get("/api/jobs/nothing/assets").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=501", "limit=x", "offset=-1"})
    void whatIsWrongIsA400(String query) {
        given().get("/api/jobs/" + UUID.randomUUID() + "/assets?" + query).then().statusCode(400).body("code",
                equalTo("INVALID_QUERY"));
    }

    @Test
    @TestSecurity
    void withoutCredentialsItIs401() {
        given().get("/api/jobs/" + UUID.randomUUID() + "/assets").then().statusCode(401);
    }
}
