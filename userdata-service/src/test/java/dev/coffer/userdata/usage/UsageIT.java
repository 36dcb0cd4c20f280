package dev.coffer.userdata.usage;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.coffer.userdata.OperatorSettings;
import dev.coffer.userdata.UserdataServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(UserdataServers.class)
@TestProfile(OperatorSettings.class)
@TestSecurity(user = "ann")
@OidcSecurity(claims = {@Claim(key = "sub", value = "ann"), @Claim(key = "tenant", value = "acme")})
class UsageIT {
    @Test
    void everybodySeesWhatTheirOrganisationHolds() {
        given().get("/api/usage").then()
                .statusCode(200)
                .body("bytes", equalTo(999), "files", equalTo(3), "limits.bytes", equalTo(1000))
                .body("limits", not(hasKey("files")));
    }

    @Test
    @OidcSecurity(claims = {@Claim(key = "sub", value = "ann"), @Claim(key = "tenant", value = "globex")})
    void thereAreNoLimitsByDefault() {
        given().get("/api/usage").then().statusCode(200).body("bytes", equalTo(0)).body("", not(hasKey("limits")));
    }

    @Test
    @TestSecurity
    void callersWithoutCredentialsAreRefused() {
        given().get("/api/usage").then().statusCode(401).body("code", equalTo("UNAUTHORIZED"));
    }

    @Test
    void aFileAboveTheQuotaIsRefusedInASentence() {
        given().body("content").post("/api/userdata/quota.txt").then()
                .statusCode(413)
                .contentType("text/plain")
                .body(equalTo(BlobStub.SENTENCE));
        given().get("/api/userdata/quota.txt").then().statusCode(404);
    }
}
