package dev.coffer.blob.upload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.coffer.blob.BlobDatabase;
import dev.coffer.blob.RealServers;
import dev.coffer.blob.quota.Quotas;
import dev.coffer.blob.reference.ReferenceService;
import dev.coffer.blob.store.ExactStream;
import dev.coffer.blob.store.StoredObjects;
import dev.coffer.common.blob.LinkRequest;
import dev.coffer.common.blob.OpenUpload;
import dev.coffer.common.blob.SignedToken;
import dev.coffer.common.blob.StorageUsage;
import dev.coffer.common.blob.StorageUsage.Limits;
import dev.coffer.common.blob.StoredBlob;
import dev.coffer.common.blob.UploadTicket;
import dev.coffer.common.caller.Caller;
import dev.coffer.common.caller.Owner;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.http.BodySender;
import dev.coffer.common.http.BulkStream;
import dev.coffer.common.time.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quotas on a real PostgreSQL and a real store: nobody exceeds them, and what is refused leaves nothing. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@TestProfile(QuotaIT.SomeQuotas.class)
@TestSecurity(user = "asset-service", roles = Caller.INTERNAL)
class QuotaIT {
    private static final int LIMIT = 1_000_000;
    private static final int LARGE = 100 << 20;
    private static final int CLIENTS = 16;

    public static class SomeQuotas implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("coffer.quota.bytes", "1000000", "coffer.quota.tenants.few-files.files", "5");
        }
    }

    @TestHTTPResource
    URI root;

    @Inject
    Ingest ingest;

    @Inject
    ReferenceService references;

    @Inject
    Quotas quotas;

    @Inject
    UploadRights rights;

    @Inject
    PartedUploads uploads;

    @Inject
    SignedToken tokens;

    @Inject
    BlobDatabase database;

    @Inject
    StoredObjects objects;

    @Inject
    Sweeper sweeper;

    private final String tenant = "tenant-" + UUID.randomUUID();
    private final Owner owner = Owner.project(tenant, "plant");
    private final UUID right = Ids.next();

    @AfterEach
    void nothingIsLeftBehind() {
        if (rights.exists(right)) {
            rights.close(right);
        }
        sweeper.sweep();
        assertThat(database.uploads()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofUploadsThatRaceForTheRestExactlyThoseThatFitSucceed(boolean declared) throws Exception {
        store(350_000);
        int stored = succeeded(i -> () -> store(random(i, 100_000), declared ? 100_000 : -1));
        assertThat(stored).isEqualTo(6);
        assertThat(database.referredBytes(tenant)).isEqualTo(950_000);
        assertThat(quotas.usage(tenant)).isEqualTo(new StorageUsage(950_000, 7, new Limits((long) LIMIT, null)));
        assertThat(objects.keys(tenant)).hasSize(7);
    }

    @Test
    void filesAreLimitedToo() throws Exception {
        Owner few = Owner.user("few-files", "somebody");
        byte[] content = random(1, 20_000);
        int stored = succeeded(i -> () -> ingest.store(
                new Destination(Ids.next(), few, null), new ByteArrayInputStream(content), -1));
        assertThat(stored).isEqualTo(5);
        assertThat(quotas.usage("few-files")).isEqualTo(new StorageUsage(100_000, 5, new Limits((long) LIMIT, 5L)));
    }

    @Test
    void whatIsDeclaredTooLargeIsRefusedBeforeAnythingIsRead() {
        refused(() -> ingest.store(to(), new Untouchable(), LIMIT + 1));
        refused(() -> ingest.store(to(), new Untouchable(), 20L * LIMIT));
        assertThat(database.references(tenant)).isZero();
    }

    @Test
    void aBodyOfUnknownLengthIsRefusedAsSoonAsItIsTooLarge() throws Exception {
        CountingStream endless = new CountingStream();
        refused(() -> ingest.store(to(), endless, -1));
        assertThat(endless.count).isLessThan(2 * LIMIT);
        assertThat(database.blobs(tenant)).isZero();
        assertThat(objects.keys(tenant)).isEmpty();
    }

    /** The rest is read for a while only, then the connection is closed: the answer must have arrived by then. */
    @Test
    void aServiceIsToldHoweverMuchItStillHasToSend() throws Exception {
        String path = "/internal/blobs/" + Ids.next() + "?tenant=" + tenant + "&owner=" + owner.key();
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
        ingest.store(new Destination(ref, owner, null), new ByteArrayInputStream(random(1, LIMIT)), LIMIT);
        refused(() -> store(1));
        references.release(ref);
        store(LIMIT);
    }

    @Test
    void whoRepeatsAnUploadIsNotRefused() throws Exception {
        Destination to = to();
        byte[] content = random(1, 600_000);
        StoredBlob first = ingest.store(to, new ByteArrayInputStream(content), content.length);
        assertThat(ingest.store(to, new ByteArrayInputStream(content), content.length)).isEqualTo(first);
        assertThat(quotas.usage(tenant).bytes()).isEqualTo(600_000);
    }

    @Test
    void linksToKnownContentCountInFull() throws Exception {
        StoredBlob blob = store(600_000);
        LinkRequest link = new LinkRequest(tenant, owner.key(), blob.hash(), List.of(owner.key()));
        refused(() -> references.link(Ids.next(), link));
        given().body(link).contentType("application/json").put("/internal/refs/{ref}", Ids.next()).then()
                .statusCode(413)
                .body("code", equalTo("QUOTA_EXCEEDED"))
                .body("message", equalTo("The quota of your organisation is 1000000 bytes, of which 400000 are left."))
                .body("details.quota", equalTo("bytes"))
                .body("details.limit", equalTo(1_000_000), "details.left", equalTo(400_000));
        assertThat(database.references(tenant)).isOne();
    }

    @Test
    void anUploadByLinkIsRefusedInTheWordsOfItsClients() throws Exception {
        rights.open(right, new OpenUpload(tenant, owner.key(), "entity", 10 * LIMIT, soon(), null));
        put(null, LIMIT + 1)
                .statusCode(413)
                .body("error.code", equalTo(413), "error.message", startsWith("The quota of your organisation is"));
        put(null, LIMIT).statusCode(200);
        assertThat(objects.keys(tenant)).hasSize(1);
    }

    @Test
    void partsCountWhenTheyBecomeAFile() throws Exception {
        uploads.open(right, new OpenUpload(tenant, owner.key(), "entity", 10 * LIMIT, soon(), 2));
        put(1, LIMIT + 1).statusCode(413);
        put(2, 600_000).statusCode(200);
        put(1, 600_000).statusCode(413);
        put(2, 600_000).statusCode(200);
        assertThat(quotas.usage(tenant).files()).isZero();
    }

    @Test
    void anUploadInPartsCanBeCompletedOnceThereIsRoom() throws Exception {
        uploads.open(right, new OpenUpload(tenant, owner.key(), "entity", 10 * LIMIT, soon(), 1));
        put(1, 600_000).statusCode(200);
        UUID other = Ids.next();
        ingest.store(new Destination(other, owner, null), new ByteArrayInputStream(random(1, 600_000)), -1);
        refused(() -> uploads.complete(right));
        put(1, 300_000).statusCode(200);
        references.release(other);
        assertThat(uploads.complete(right).orElseThrow().size()).isEqualTo(300_000);
        assertThat(quotas.usage(tenant).bytes()).isEqualTo(300_000);
    }

    /** How many of the clients succeed; the others are over the quota. */
    private static int succeeded(IntFunction<Callable<StoredBlob>> client) throws Exception {
        int succeeded = 0;
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<StoredBlob> answer : clients.invokeAll(IntStream.range(0, CLIENTS).mapToObj(client).toList())) {
                try {
                    answer.get();
                    succeeded++;
                } catch (ExecutionException e) {
                    assertThat(e.getCause()).isInstanceOf(ServiceException.class)
                            .extracting(refusal -> ((ServiceException) refusal).code())
                            .isEqualTo(ErrorCode.QUOTA_EXCEEDED);
                }
            }
        }
        return succeeded;
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(ServiceException.class)
                .extracting(refusal -> ((ServiceException) refusal).code())
                .isEqualTo(ErrorCode.QUOTA_EXCEEDED);
    }

    private ValidatableResponse put(Integer part, int size) {
        String token = tokens.sign(UploadTicket.PURPOSE, new UploadTicket(right, soon().getEpochSecond(), part));
        return given().body(random(size, size)).put("/blob/uploads/{token}", token).then();
    }

    private StoredBlob store(int size) throws Exception {
        return store(random(size, size), size);
    }

    private StoredBlob store(byte[] content, long length) throws Exception {
        return ingest.store(to(), new ByteArrayInputStream(content), length);
    }

    private Destination to() {
        return new Destination(Ids.next(), owner, null);
    }

    private static Instant soon() {
        return Instant.now().plusSeconds(60);
    }

    private static byte[] random(int seed, int size) {
        byte[] content = new byte[size];
        new Random(seed).nextBytes(content);
        return content;
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
