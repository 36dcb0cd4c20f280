package dev.coffer.userdata;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Rows of deleted files take a part of the heap for JSON, as those of lists do. */
@QuarkusTest
@QuarkusTestResource(UserdataServers.class)
@TestProfile(OperatorSettings.class)
@TestSecurity(user = "heap")
@OidcSecurity(claims = {@Claim(key = "sub", value = "heap"), @Claim(key = "tenant", value = "acme")})
class AnswerMemoryIT {
    private static final String DELETED = """
            insert into user_file_version
                (id, tenant, owner, path, content_ref, size, hash, sha256, saved_by, saved_at, replaced_at, expires_at)
            select gen_random_uuid(), 'acme', 'user:heap', repeat('folder/', 130) || id, gen_random_uuid(), 1,
                'blake3:x', 'sha256:x', 'heap', now(), now(), now() + interval '1 day'
            from generate_series(1, 1000) id""";

    @Inject
    Rows rows;

    @Test
    void manyLongPathsAreTooMuchAtATime() {
        rows.execute(DELETED);
        given().get("/api/v2/userdata/versions/deleted").then().statusCode(429);
        given().queryParam("limit", 100).get("/api/v2/userdata/versions/deleted").then()
                .statusCode(200).body("", hasSize(100));
        rows.execute("delete from user_file_version where owner = 'user:heap'");
    }
}
