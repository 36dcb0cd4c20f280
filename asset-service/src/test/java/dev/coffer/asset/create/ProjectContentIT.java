package dev.coffer.asset.create;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.coffer.asset.Neighbours;
import dev.coffer.asset.RealDatabase;
import dev.coffer.common.time.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.codec.digest.Blake3;
import org.apache.commons.codec.digest.DigestUtils;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a project has can be had by its hash with a token that may read all of it, and with no other. */
@QuarkusTest
@TestProfile(ProjectContentIT.RightsInScope.class)
@QuarkusTestResource(RealDatabase.class)
@QuarkusTestResource(Neighbours.class)
@TestSecurity(user = "ann")
class ProjectContentIT {
    private final byte[] content = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);

    @ConfigProperty(name = "coffer.blob.url")
    String store;

    /** As operators of several services set it for all of them. */
    public static class RightsInScope implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("coffer.files.rights.claim", "scope");
        }
    }

    @BeforeEach
    void theProjectHasContent() {
        given().body(content).put(store + "/internal/blobs/" + Ids.next() + "?tenant=hashes&owner=project:alpha").then()
                .statusCode(200);
    }

    @Test
    @OidcSecurity(claims = {
        @Claim(key = "sub", value = "ann"), @Claim(key = "tenant", value = "hashes"),
        @Claim(key = "projects", value = "alpha"), @Claim(key = "scope", value = "openid files:read")
    })
    void whoMayReadTheProjectHasItsContent() {
        byHash(201, 201);
    }

    @Test
    @OidcSecurity(claims = {
        @Claim(key = "sub", value = "bob"), @Claim(key = "tenant", value = "hashes"),
        @Claim(key = "projects", value = "alpha"), @Claim(key = "scope", value = "openid files:write")
    })
    void whoMayNotReadDoesNotLearnThatItIsThere() {
        byHash(404, 404);
    }

    @Test
    @OidcSecurity(claims = {
        @Claim(key = "sub", value = "cid"), @Claim(key = "tenant", value = "hashes"),
        @Claim(key = "projects", value = "alpha"), @Claim(key = "scope", value = "files:read"),
        @Claim(key = "data_sets", value = "7")
    })
    void whoMayReadSomeDataSetsOnlyDoesNotEither() {
        byHash(404, 404);
    }

    @Test
    @OidcSecurity(claims = {
        @Claim(key = "sub", value = "dan"), @Claim(key = "tenant", value = "hashes"),
        @Claim(key = "scope", value = "files:read")
    })
    void whoHasNoProjectDoesNotEither() {
        byHash(404, 404);
    }

    private void byHash(int first, int minted) {
        String blake3 = "blake3:" + HexFormat.of().formatHex(Blake3.hash(content));
        String sha256 = "sha256:" + DigestUtils.sha256Hex(content);
        given().head("/api/assets/hash/" + blake3).then().statusCode(404);
        given().head("/api/v2/assets/by-hash/" + blake3).then().statusCode(404);
        if (first == 404) {
            upload(sha256, 400);
            upload(blake3, 400);
            fromHash("/api/assets/from-hash", sha256, 404);
        }
        fromHash("/api/assets/from-hash", blake3, first);
        fromHash("/api/v2/assets/from-hash", blake3, minted);
        given().queryParam("hash", blake3).get("/api/assets").then().statusCode(200)
                .body("assets.size()", equalTo(first == 404 ? 0 : 2));
    }

    private static void fromHash(String path, String hash, int status) {
        given().contentType("application/json").body("{\"hash\":\"" + hash + "\",\"tags\":[\"input\"]}").post(path)
                .then()
                .statusCode(status);
    }

    private static void upload(String hash, int status) {
        given().multiPart("hash", hash).multiPart("tags", "input").post("/api/assets").then().statusCode(status);
    }
}
