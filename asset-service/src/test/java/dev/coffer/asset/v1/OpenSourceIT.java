package dev.coffer.asset.v1;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.coffer.asset.Neighbours;
import dev.coffer.asset.RealDatabase;
import dev.coffer.asset.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is different with {@code coffer.assets.compat=oss}. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
@QuarkusTestResource(Neighbours.class)
@TestProfile(OpenSourceIT.Oss.class)
@TestSecurity(user = "ann")
@OidcSecurity(claims = {@Claim(key = "sub", value = "ann"), @Claim(key = "tenant", value = "oss")})
class OpenSourceIT {
    private static final String ASSETS = "/api/assets";

    @Inject
    Rows rows;

    /** The profile under test. */
    public static class Oss implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("coffer.assets.compat", "oss");
        }
    }

    @Test
    void everyUploadIsANewAssetAndOnlyNewBytesAreMarked() {
        String content = unique();
        Response first = upload(content, "input", "b");
        first.then().statusCode(201).body("created_new", equalTo(true), "tags", contains("input", "b", "uploaded"));
        upload(content).then().statusCode(200).body("created_new", equalTo(false), "id", not(equalTo(id(first))));
        upload(content, "models").then().statusCode(200).body("tags", contains("models"));
    }

    @Test
    void fromHashAlwaysMakesAnAssetAndCallsItOld() {
        Response first = upload(unique(), "input");
        String body = "{\"hash\":\"" + first.path("hash") + "\"}";
        Response second = given().body(body).post(ASSETS + "/from-hash");
        second.then().statusCode(201).body("created_new", equalTo(false), "id", not(equalTo(id(first))));
        given().body(body).post(ASSETS + "/from-hash").then().statusCode(201).body("id", not(equalTo(id(second))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "input,output", "models", "models,model_type:a,model_type:b"})
    void newBytesNeedOneDestination(String tags) {
        List<String> before = rows.ask("select count(*) from asset where tenant = 'oss'");
        upload(unique(), tags).then().statusCode(400).body("error.code", equalTo("INVALID_BODY"));
        assertThat(rows.ask("select count(*) from asset where tenant = 'oss'")).isEqualTo(before);
    }

    @Test
    void anOlderUploadAnswersWithTheNameInItsFolder() {
        String name = unique() + ".png";
        byte[] content = unique().getBytes();
        String id = given().multiPart("image", name, content).post("/api/upload/image").then().statusCode(200)
                .body("name", equalTo(name)).extract().path("asset.id");
        given().multiPart("image", name, content).post("/api/upload/image").then().statusCode(200)
                .body("name", equalTo(name)).body("asset.id", equalTo(id));
        byte[] other = unique().getBytes();
        for (int i = 0; i < 3; i++) {
            given().multiPart("image", name, other).post("/api/upload/image").then().statusCode(200)
                    .body("name", equalTo(name.replace(".png", " (1).png"))).body("asset.id", not(equalTo(id)));
        }
    }

    @Test
    void aNameThatWasTakenOverIsNotGivenForWhatItShowedBefore() {
        String name = unique() + ".png";
        byte[] first = unique().getBytes();
        given().multiPart("image", name, first).post("/api/upload/image").then().statusCode(200);
        given().multiPart("image", name, unique().getBytes()).multiPart("overwrite", "true").post("/api/upload/image")
                .then().statusCode(200).body("name", equalTo(name));
        given().multiPart("image", name, first).post("/api/upload/image").then().statusCode(200)
                .body("name", equalTo(name.replace(".png", " (1).png")));
    }

    @Test
    void aModelNamesItsFolder() {
        upload(unique(), "models", "model_type:checkpoints").then().statusCode(201);
    }

    @Test
    void idsAreNotForClientsToChoose() {
        given().multiPart("id", UUID.randomUUID().toString()).multiPart("tags", "input")
                .multiPart("file", "a.bin", unique().getBytes()).post(ASSETS)
                .then().statusCode(400).body("error.code", equalTo("UNSUPPORTED_FIELD"));
    }

    @Test
    void aKnownHashBeforeTheFileIsBelieved() {
        Response known = upload(unique(), "input");
        given().multiPart("hash", (String) known.path("hash")).multiPart("name", "copy.bin")
                .multiPart("file", "b.bin", unique().getBytes()).post(ASSETS)
                .then().statusCode(200).body("hash", equalTo(known.path("hash")), "name", equalTo("copy.bin"),
                        "created_new", equalTo(false));
        given().multiPart("hash", "blake3:" + "0".repeat(64)).multiPart("tags", "input")
                .multiPart("file", "b.bin", unique().getBytes()).post(ASSETS)
                .then().statusCode(400).body("error.code", equalTo("HASH_MISMATCH"));
    }

    @Test
    void uploadsAreFormsOnly() {
        given().contentType("application/json").body("{\"url\":\"https://example.org/a\",\"name\":\"a\"}").post(ASSETS)
                .then().statusCode(415).body("error.code", equalTo("UNSUPPORTED_MEDIA_TYPE"));
    }

    private static Response upload(String content, String... tags) {
        return given().multiPart("tags", String.join(",", tags)).multiPart("file", "a.bin", content.getBytes())
                .post(ASSETS);
    }

    private static String id(Response asset) {
        return asset.path("id");
    }

    private static String unique() {
        return "content " + UUID.randomUUID();
    }
}
