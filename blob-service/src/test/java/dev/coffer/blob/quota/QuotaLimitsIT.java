package dev.coffer.blob.quota;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.coffer.blob.BlobDatabase;
import dev.coffer.blob.Bytes;
import dev.coffer.blob.RealServers;
import dev.coffer.blob.ingest.Destination;
import dev.coffer.blob.ingest.Ingest;
import dev.coffer.blob.pending.PendingObject;
import dev.coffer.blob.pending.PendingObjects;
import dev.coffer.blob.reference.ReferenceService;
import dev.coffer.blob.session.UploadSessionTransactions;
import dev.coffer.blob.store.ExactStream;
import dev.coffer.blob.store.StoredObjects;
import dev.coffer.blob.upload.TestTenant;
import dev.coffer.common.blobclient.LinkRequest;
import dev.coffer.common.blobclient.StoredBlob;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.streams.BodySender;
import dev.coffer.common.streams.BulkStream;
import dev.coffer.common.time.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is over a quota is refused, says so, and leaves nothing. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@TestProfile(SomeQuotas.class)
@TestSecurity(user = "asset-service", roles = Caller.INTERNAL)
class QuotaLimitsIT {
    private static final int LIMIT = SomeQuotas.BYTES;
    private static final int LARGE = 100 << 20;

    @TestHTTPResource
    URI root;

    @Inject
    TestTenant tenant;

    @Inject
    PendingObjects pending;

    @Inject
    UploadSessionTransactions sessions;

    @Inject
    Ingest ingest;

    @Inject
    ReferenceService references;

    @Inject
    QuotaTransactions quotas;

    @Inject
    BlobDatabase database;

    @Inject
    StoredObjects objects;

    @AfterEach
    void nothingIsLeftBehind() {
        tenant.leavesNothing();
    }

    @Test
    void whatIsDeclaredTooLargeIsRefusedBeforeAnythingIsRead() {
        refused(() -> ingest.store(tenant.destination(), new Untouchable(), LIMIT + 1));
        refused(() -> ingest.store(tenant.destination(), new Untouchable(), 20L * LIMIT));
        assertThat(database.references(tenant.name)).isZero();
    }

    @Test
    void aBodyOfUnknownLengthIsRefusedAsSoonAsItIsTooLarge() throws Exception {
        CountingStream endless = new CountingStream();
        refused(() -> ingest.store(tenant.destination(), endless, -1));
        assertThat(endless.count).isLessThan(2 * LIMIT);
        assertThat(database.blobs(tenant.name)).isZero();
        assertThat(objects.keys(tenant.name)).isEmpty();
    }

    /** The rest is read for a while only, then the connection is closed: the answer must have arrived by then. */
    @Test
    void aServiceIsToldHoweverMuchItStillHasToSend() throws Exception {
        String path = "/internal/blobs/" + Ids.next() + "?tenant=" + tenant.name + "&owner=" + tenant.owner.key();
        try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (long declared : new long[] {-1, LARGE}) {
                var answer = BodySender.put(client, HttpRequest.newBuilder(root.resolve(path)),
                        () -> new ExactStream(new CountingStream(), LARGE), declared, Duration.ofMinutes(1));
                assertThat(answer.statusCode()).isEqualTo(413);
                assertThat(answer.body()).asString(StandardCharsets.UTF_8).contains("QUOTA_EXCEEDED");
            }
        }
    }

    @Test
    void exactlyTheQuotaFitsAndReleasingMakesRoom() throws Exception {
        UUID ref = Ids.next();
        ingest.store(new Destination(ref, tenant.owner, null), new ByteArrayInputStream(Bytes.random(1, LIMIT)), LIMIT);
        refused(() -> tenant.store(1));
        references.release(ref, tenant.owner);
        tenant.store(LIMIT);
    }

    @Test
    void whoRepeatsAnUploadIsNotRefused() throws Exception {
        Destination to = tenant.destination();
        byte[] content = Bytes.random(1, 600_000);
        StoredBlob first = ingest.store(to, new ByteArrayInputStream(content), content.length);
        assertThat(ingest.store(to, new ByteArrayInputStream(content), content.length)).isEqualTo(first);
        assertThat(quotas.usage(tenant.name).bytes()).isEqualTo(600_000);
    }

    @Test
    void linksToKnownContentCountInFull() throws Exception {
        StoredBlob blob = tenant.store(600_000);
        LinkRequest link = new LinkRequest(tenant.name, tenant.owner.key(), blob.hash(), List.of(tenant.owner.key()));
        refused(() -> references.link(Ids.next(), link));
        given().body(link).contentType("application/json").put("/internal/refs/{ref}", Ids.next()).then()
                .statusCode(413)
                .body("code", equalTo("QUOTA_EXCEEDED"))
                .body("message", equalTo("The quota of your organisation is 1000000 bytes, of which 400000 are left."))
                .body("details.quota", equalTo("bytes"))
                .body("details.limit", equalTo(1_000_000), "details.left", equalTo(400_000));
        assertThat(database.references(tenant.name)).isOne();
    }

    @Test
    void anUploadByLinkIsRefusedInTheWordsOfItsClients() throws Exception {
        tenant.openWhole();
        put(null, LIMIT + 1)
                .statusCode(413)
                .body("error.code", equalTo(413), "error.message", startsWith("The quota of your organisation is"));
        put(null, LIMIT).statusCode(200);
        assertThat(objects.keys(tenant.name)).hasSize(1);
    }

    @Test
    void partsCountWhenTheyBecomeAFile() throws Exception {
        tenant.open(2);
        put(1, LIMIT + 1).statusCode(413);
        put(2, 600_000).statusCode(200);
        put(1, 600_000).statusCode(413);
        put(2, 600_000).statusCode(200);
        assertThat(quotas.usage(tenant.name).files()).isZero();
    }

    @Test
    void theRoomOfAnOpenUploadIsTakenUntilItIsGivenUp() throws Exception {
        tenant.open(1);
        put(1, 600_000).statusCode(200);
        refused(() -> tenant.store(600_000));
        put(1, 300_000).statusCode(200);
        tenant.store(600_000);
        put(1, 500_000).statusCode(413);
        assertThat(tenant.complete().orElseThrow().size()).isEqualTo(300_000);
        assertThat(quotas.usage(tenant.name).bytes()).isEqualTo(900_000);
    }

    @Test
    void whatIsWithdrawnOrDeadTakesNoRoom() throws Exception {
        tenant.open(1);
        put(1, 600_000).statusCode(200);
        sessions.close(tenant.session, tenant.owner);
        tenant.store(500_000);
        PendingObject alive = begun(400_000);
        refused(() -> tenant.store(200_000));
        database.execute("update upload set lease_until = now() - interval '1 second' where id = '" + alive.id() + "'");
        tenant.store(200_000);
    }

    @Test
    void aBodyOfUnknownLengthTakesRoomWhileItIsRead() throws Exception {
        PendingObject object = begun(100_000);
        InputStream body = pending.reserving(new CountingStream(), quotas.remaining(tenant.name), object);
        byte[] buffer = new byte[300_000];
        assertThat(body.read(buffer, 0, 1)).isOne();
        refused(() -> tenant.store(1));
        assertThat(body.read(buffer)).isEqualTo(300_000);
        refused(() -> body.readNBytes(800_000));
        pending.discard(object);
        tenant.store(LIMIT);
    }

    /** Whose lease is not renewed. */
    private PendingObject begun(long bytes) {
        PendingObject object = pending.begin(Ids.next(), tenant.owner, quotas.remaining(tenant.name), bytes);
        pending.end(object);
        return object;
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(ServiceException.class)
                .extracting(refusal -> ((ServiceException) refusal).code())
                .isEqualTo(ErrorCode.QUOTA_EXCEEDED);
    }

    private ValidatableResponse put(Integer part, int size) {
        return tenant.put(part, Bytes.random(size));
    }

    private static final class Untouchable extends InputStream {
        @Override
        public int read() {
            throw new AssertionError("nothing is read");
        }
    }

    /** Does not end. */
    private static final class CountingStream extends BulkStream {
        private long count;

        @Override
        public int read(byte[] target, int offset, int length) {
            count += length;
            return length;
        }
    }
}
