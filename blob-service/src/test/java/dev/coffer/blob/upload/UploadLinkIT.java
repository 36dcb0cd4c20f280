package dev.coffer.blob.upload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.coffer.blob.BlobDatabase;
import dev.coffer.blob.RealServers;
import dev.coffer.blob.session.UploadSessionTransactions;
import dev.coffer.common.blobclient.CompletedUpload;
import dev.coffer.common.blobclient.UploadSessionRequest;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.signing.SignedToken;
import dev.coffer.common.signing.UploadLinkClaims;
import dev.coffer.common.time.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class UploadLinkIT {
    private static final String OWNER = "project:plant";

    @Inject
    UploadSessionTransactions sessions;

    @Inject
    SignedToken tokens;

    @Inject
    BlobDatabase database;

    private final String tenant = "tenant-" + UUID.randomUUID();
    private final String entity = Ids.next().toString();
    private final Owner owner = new Owner(tenant, OWNER);
    private final UUID session = Ids.next();

    @Test
    void theLinkIsTheRightWithAnyAuthorization() {
        open(100, Instant.now().plusSeconds(60));
        put(link(60), "first", "Bearer expired").statusCode(200);
        CompletedUpload completed = latest();
        assertThat(completed.size()).isEqualTo(5);
        assertThat(completed.upload()).isEqualTo(session);
        assertThat(completed.createdNew()).isTrue();
        assertThat(database.events(entity)).isOne();
    }

    @Test
    void theLastPutWinsAndEachIsAnEvent() {
        open(100, Instant.now().plusSeconds(60));
        put(link(60), "first", null).statusCode(200);
        CompletedUpload first = latest();
        put(link(60), "second!", null).statusCode(200);
        CompletedUpload second = latest();
        assertThat(second.size()).isEqualTo(7);
        assertThat(second.completion()).isGreaterThan(first.completion());
        assertThat(second.ref()).isNotEqualTo(first.ref());
        assertThat(sessions.completions(owner, List.of(entity))).containsExactly(first, second);
        assertThat(database.events(entity)).isEqualTo(2);
    }

    @Test
    void codedContentIsRefusedBecauseItWouldBeServedAsThePlainOne() {
        open(100, Instant.now().plusSeconds(60));
        given().header("Content-Encoding", "gzip").body("coded".getBytes()).put("/blob/uploads/{token}", link(60))
                .then()
                .statusCode(415)
                .header("Accept-Encoding", "identity")
                .body("error.code", equalTo(415));
        assertThat(database.blobs(tenant)).isZero();
        given().header("Content-Encoding", "identity").body("plain".getBytes()).put("/blob/uploads/{token}", link(60))
                .then()
                .statusCode(200);
    }

    @Test
    void anEmptyBodyIsAFile() {
        open(100, Instant.now().plusSeconds(60));
        put(link(60), "", null).statusCode(200);
        assertThat(latest().size()).isZero();
    }

    @Test
    void aTamperedExpiredOrWithdrawnLinkStoresNothing() {
        open(100, Instant.now().plusSeconds(60));
        put(link(60) + "x", "bytes", null).statusCode(403).body("error.code", equalTo(403));
        put(link(-1), "bytes", null).statusCode(403);
        sessions.close(session, owner);
        put(link(60), "bytes", null).statusCode(403);
        assertThat(database.blobs(tenant)).isZero();
        assertThat(database.events(entity)).isZero();
    }

    @Test
    void moreThanTheSessionAllowsIsRefused() {
        open(4, Instant.now().plusSeconds(60));
        put(link(60), "bytes", null).statusCode(413);
        assertThat(database.blobs(tenant)).isZero();
    }

    @Test
    void aLinkForDownloadsIsNoLinkForUploads() {
        open(100, Instant.now().plusSeconds(60));
        String download = tokens.sign("download",
                new UploadLinkClaims(session, Instant.now().plusSeconds(60).getEpochSecond(), null, null));
        put(download, "bytes", null).statusCode(403);
    }

    private void open(long maxSize, Instant expires) {
        UploadSessionRequest request = new UploadSessionRequest(tenant, OWNER, entity, maxSize, expires, null);
        sessions.open(session, request);
        sessions.open(session, request);
    }

    private String link(long seconds) {
        long expires = Instant.now().plusSeconds(seconds).getEpochSecond();
        return tokens.sign(UploadLinkClaims.PURPOSE, new UploadLinkClaims(session, expires, null, null));
    }

    private static ValidatableResponse put(String token, String content, String authorization) {
        var request = given().body(content.getBytes());
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return request.put("/blob/uploads/{token}", token).then();
    }

    private CompletedUpload latest() {
        return sessions.completions(owner, List.of(entity, "another")).getLast();
    }
}
