package dev.coffer.userdata.list;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import dev.coffer.userdata.UserdataServers;
import dev.coffer.userdata.address.RandomPaths;
import dev.coffer.userdata.address.UserFolder;
import dev.coffer.userdata.address.UserPath;
import dev.coffer.userdata.file.Saves;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Any text as a path: the file is read and listed under it, or it is refused; never a traversal, never a 5xx. */
@QuarkusTest
@QuarkusTestResource(UserdataServers.class)
@TestSecurity(user = "pat")
@OidcSecurity(claims = {@Claim(key = "sub", value = "pat"), @Claim(key = "tenant", value = "acme")})
class AnyPathIT {
    private static final Owner PAT = Owner.user("acme", "pat");
    private static final int TRIES = 300;

    @Inject
    Saves saves;

    @Test
    void isKeptAsItWasWrittenOrRefused() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < TRIES; i++) {
            tryPath(RandomPaths.next(random), "seed " + seed);
        }
    }

    private void tryPath(String text, String seed) {
        String address = "/api/userdata/" + encode(text);
        String stored;
        try {
            stored = saves.put(PAT, UserPath.ofTarget(encode(text)));
        } catch (ServiceException refused) {
            assertThat(refused.code().status()).as("%s: %s", seed, text).isIn(400, 403);
            given().urlEncodingEnabled(false).get(address).then().statusCode(refused.code().status());
            return;
        }
        if (!RandomPaths.changes(text)) {
            assertThat(stored).as(seed).isEqualTo(text);
        }
        given().urlEncodingEnabled(false).head(address).then().statusCode(200);
        given().urlEncodingEnabled(false).head("/userdata/" + encode(stored).replace("%2F", "/")).then()
                .statusCode(200);
        List<String> listed = given().get("/api/userdata?dir=.&recurse=true&full_info=false").jsonPath().getList("$");
        assertThat(listed.contains(stored)).as("%s: %s", seed, stored).isEqualTo(!UserFolder.isHidden(stored));
        saves.delete(PAT, stored);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
