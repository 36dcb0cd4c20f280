package dev.coffer.asset.edit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.coffer.asset.Asset;
import dev.coffer.asset.RealDatabase;
import dev.coffer.asset.Rows;
import dev.coffer.common.identity.Owner;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
@TestSecurity(user = "ann")
@OidcSecurity(claims = {
    @Claim(key = "sub", value = "ann"),
    @Claim(key = "tenant", value = "hashes"),
    @Claim(key = "workspaces", value = "studio")
})
class HashIT {
    @Inject
    Rows rows;

    @Inject
    AssetService assets;

    @Test
    void contentIsKnownWhileTheCallerSeesAnAssetWithIt() {
        Owner ann = Owner.user("hashes", "ann");
        Asset mine = rows.add(ann, "mine");
        check(mine.hash, 200);
        check(mine.hash.replace(":", "%3A"), 200);
        check("%20" + mine.hash.toUpperCase(Locale.ROOT) + "%20", 200);
        check(rows.add(Owner.everybody("hashes"), "shared").hash, 200);
        check(rows.add(Owner.workspace("hashes", "studio"), "ours").hash, 200);
        assets.delete(ann, mine.id);
        check(mine.hash, 404);
    }

    @Test
    void contentOfOthersIsUnknown() {
        check(rows.add(Owner.user("hashes", "bob"), "foreign").hash, 404);
        check(rows.add(Owner.workspace("hashes", "other"), "theirs").hash, 404);
        check(rows.add(Rows.somebody(), "elsewhere").hash, 404);
        check("blake3:" + "0".repeat(64), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "blake3:", "blake3:12", "sha256:" + "00000000000000000000000000000000", "%00"})
    void whatIsNoHashIs400(String text) {
        check(text, 400);
    }

    @Test
    @TestSecurity
    void withoutCredentialsItIs401() {
        check("blake3:" + "0".repeat(64), 401);
    }

    private static void check(String hash, int status) {
        given().urlEncodingEnabled(false).head("/api/assets/hash/" + hash).then().statusCode(status).body(equalTo(""));
    }
}
