package dev.coffer.blob.upload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.blob.RealServers;
import dev.coffer.common.caller.Caller;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@TestSecurity(user = "asset-service", roles = Caller.INTERNAL)
class StoreAndReadIT {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16384, 16385, 5 << 20, (8 << 20) - 1, 8 << 20, (8 << 20) + 1, (8 << 20) + 2, 20 << 20})
    void whatWasStoredIsReadBack(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        UUID ref = UUID.randomUUID();
        given().body(content)
                .contentType("application/octet-stream")
                .put("/internal/blobs/{ref}?tenant=t&owner=user:a", ref)
                .then()
                .statusCode(200);
        byte[] read = given().get("/internal/refs/{ref}/content", ref).then().statusCode(200).extract().asByteArray();
        assertThat(read).isEqualTo(content);
    }
}
