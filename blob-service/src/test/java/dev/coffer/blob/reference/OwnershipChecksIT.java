package dev.coffer.blob.reference;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.coffer.blob.BlobDatabase;
import dev.coffer.blob.Bytes;
import dev.coffer.blob.RealServers;
import dev.coffer.common.blobclient.LinkRequest;
import dev.coffer.common.blobclient.UploadSessionRequest;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.signing.DownloadLinkClaims;
import dev.coffer.common.signing.SignedToken;
import dev.coffer.common.signing.UploadLinkClaims;
import dev.coffer.common.time.Ids;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls that name a resource with another owner are answered as if it did not exist, and change nothing. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@TestSecurity(user = "a-service", roles = Caller.INTERNAL)
class OwnershipChecksIT {
    private static final String TENANT = "claims-" + UUID.randomUUID();
    private static final Owner OWNER = Owner.project(TENANT, "plant");
    private static final byte[] CONTENT = Bytes.random(1000);

    @Inject
    SignedToken tokens;

    @Inject
    BlobDatabase database;

    @Inject
    MeterRegistry metrics;

    private final UUID ref = Ids.next();
    private final UUID upload = Ids.next();

    static Stream<Owner> others() {
        return Stream.of(new Owner("another", OWNER.key()), Owner.project(TENANT, "other"), Owner.user(TENANT, "plant"),
                new Owner(TENANT.toUpperCase(), OWNER.key()));
    }

    @ParameterizedTest
    @MethodSource("others")
    void aReferenceOfAnotherOwnerIsNotThere(Owner other) {
        store();
        double before = refusals("reference");
        as(other).get("/internal/refs/{ref}/content", ref).then().statusCode(404);
        as(other).delete("/internal/refs/{ref}", ref).then().statusCode(404);
        as(other).body(CONTENT).put("/internal/blobs/{ref}", ref).then().statusCode(404);
        link(other, "blake3:" + "0".repeat(64)).statusCode(404);
        given().get("/blob/downloads/{token}", link(DownloadLinkClaims.mark(other))).then().statusCode(404);
        given().get("/blob/downloads/{token}", link(null)).then().statusCode(404);
        assertThat(refusals("reference") - before).isEqualTo(6);
        byte[] still =
                as(OWNER).get("/internal/refs/{ref}/content", ref).then().statusCode(200).extract().asByteArray();
        assertThat(still).isEqualTo(CONTENT);
        given().get("/blob/downloads/{token}", link(DownloadLinkClaims.mark(OWNER))).then().statusCode(200);
        as(OWNER).delete("/internal/refs/{ref}", ref).then().statusCode(204);
    }

    @Test
    void withoutAnOwnerNothingIsReadOrGivenBack() {
        store();
        given().get("/internal/refs/{ref}/content", ref).then().statusCode(400);
        given().queryParam("tenant", TENANT).get("/internal/refs/{ref}/content", ref).then().statusCode(400);
        given().queryParam("owner", OWNER.key()).delete("/internal/refs/{ref}", ref).then().statusCode(400);
        given().delete("/internal/refs/{ref}", ref).then().statusCode(404);
        given().body(CONTENT).put("/internal/blobs/{ref}", Ids.next()).then().statusCode(400);
        assertThat(references()).isOne();
    }

    @Test
    void whatIsOlderThanNotedOwnersIsGivenBackWithoutOne() {
        store();
        database.execute("update reference set by_owner_only = false where ref = '" + ref + "'");
        given().delete("/internal/refs/{ref}", ref).then().statusCode(204);
        assertThat(references()).isZero();
    }

    @Test
    void aRightThatIsOlderThanNotedOwnersIsWithdrawnWithoutOne() {
        open(OWNER).statusCode(204);
        given().delete("/internal/uploads/{upload}", upload).then().statusCode(404);
        database.execute("update upload_right set by_owner_only = false where id = '" + upload + "'");
        given().delete("/internal/uploads/{upload}", upload).then().statusCode(204);
        as(OWNER).delete("/internal/uploads/{upload}", upload).then().statusCode(404);
    }

    @ParameterizedTest
    @MethodSource("others")
    void anUploadOfAnotherOwnerIsNotThere(Owner other) {
        open(OWNER).statusCode(204);
        open(OWNER).statusCode(204);
        open(other).statusCode(404);
        as(other).delete("/internal/uploads/{upload}", upload).then().statusCode(404);
        as(other).post("/internal/uploads/{upload}/complete", upload).then().statusCode(403);
        given().delete("/internal/uploads/{upload}", upload).then().statusCode(404);
        given().post("/internal/uploads/{upload}/complete", upload).then().statusCode(400);
        UploadLinkClaims part = new UploadLinkClaims(upload, Instant.now().plusSeconds(60).getEpochSecond(), 1, null);
        given().body(CONTENT).put("/blob/uploads/{token}", tokens.sign(UploadLinkClaims.PURPOSE, part)).then()
                .statusCode(200);
        as(OWNER).post("/internal/uploads/{upload}/complete", upload).then().statusCode(200).body("size",
                equalTo(1000));
        completed(other).body("size()", equalTo(0));
        completed(OWNER).body("size()", equalTo(1));
        as(OWNER).delete("/internal/uploads/{upload}", upload).then().statusCode(204);
    }

    private void store() {
        as(OWNER).body(CONTENT).put("/internal/blobs/{ref}", ref).then().statusCode(200);
    }

    private static RequestSpecification as(Owner owner) {
        return given().queryParam("tenant", owner.tenant()).queryParam("owner", owner.key());
    }

    private ValidatableResponse link(Owner owner, String hash) {
        LinkRequest request = new LinkRequest(owner.tenant(), owner.key(), hash, List.of(owner.key()));
        return given().contentType("application/json").body(request).put("/internal/refs/{ref}", ref).then();
    }

    private ValidatableResponse open(Owner owner) {
        Instant expires = Instant.now().plusSeconds(60);
        UploadSessionRequest request =
                new UploadSessionRequest(owner.tenant(), owner.key(), upload.toString(), 10_000, expires, 1);
        return given().contentType("application/json").body(request).put("/internal/uploads/{upload}", upload).then();
    }

    private ValidatableResponse completed(Owner owner) {
        return given().contentType("application/json").body("""
                {"tenant":"%s","owner":"%s","entities":["%s"]}""".formatted(owner.tenant(), owner.key(), upload))
                .post("/internal/uploads/completed").then().statusCode(200);
    }

    private String link(String mark) {
        long expires = Instant.now().plusSeconds(60).getEpochSecond();
        return tokens.sign(DownloadLinkClaims.PURPOSE,
                new DownloadLinkClaims(ref, mark, expires, "image/png", "inline", null));
    }

    private long references() {
        return database.number("select count(*) from reference where ref = ?::uuid", ref.toString());
    }

    private double refusals(String what) {
        Counter counter = metrics.find(OwnershipChecks.METRIC).tag("what", what).counter();
        return counter == null ? 0 : counter.count();
    }
}
