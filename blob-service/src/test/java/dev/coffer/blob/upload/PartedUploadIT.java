package dev.coffer.blob.upload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;

import dev.coffer.blob.BlobDatabase;
import dev.coffer.blob.RealServers;
import dev.coffer.blob.reference.ReferenceService;
import dev.coffer.blob.store.ObjectStore;
import dev.coffer.blob.store.Source;
import dev.coffer.common.blob.CompletedUpload;
import dev.coffer.common.blob.OpenUpload;
import dev.coffer.common.blob.SignedToken;
import dev.coffer.common.blob.UploadTicket;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.http.ByteRange;
import dev.coffer.common.time.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads in several parts, on a real PostgreSQL and a real store. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class PartedUploadIT {
    private static final String OWNER = "project:plant";
    private static final int MIN = 5 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    UploadRights rights;

    @Inject
    PartedUploads uploads;

    @Inject
    UploadRepository objects;

    @Inject
    PartIngest ingest;

    @Inject
    Completions completions;

    @Inject
    ReferenceService references;

    @Inject
    ObjectStore store;

    @Inject
    Sweeper sweeper;

    @Inject
    SignedToken tokens;

    @Inject
    BlobDatabase database;

    private final String tenant = "tenant-" + UUID.randomUUID();
    private final String entity = Ids.next().toString();
    private final UUID right = Ids.next();

    @AfterEach
    void nothingIsLeftBehind() {
        if (rights.exists(right)) {
            rights.close(right);
        }
        sweeper.sweep();
        assertThat(database.uploads()).isZero();
    }

    @Test
    void partsInAnyOrderBecomeTheContentAndItIsHashedAfterwards() throws IOException {
        open(3);
        byte[] one = random(1, MIN);
        byte[] two = random(2, MIN + 1);
        byte[] three = random(3, 7);
        put(3, three).statusCode(200);
        put(1, one).statusCode(200);
        put(2, two).statusCode(200);
        CompletedUpload completed = uploads.complete(right).orElseThrow();
        assertThat(completed.hash()).isNull();
        assertThat(completed.size()).isEqualTo(2L * MIN + 8);
        assertThat(completions.of(tenant, OWNER, List.of(entity))).first().extracting(CompletedUpload::ref)
                .isEqualTo(completed.ref());
        assertThat(content(completed.ref())).isEqualTo(joined(one, two, three));
        assertThat(references.content(completed.ref()).etag()).contains("-");

        CompletedUpload hashed = awaitHash(completed.ref());
        assertThat(hashed.sha256()).startsWith("sha256:");
        assertThat(hashed.completion()).isEqualTo(completed.completion());
        assertThat(database.events(entity)).isEqualTo(2);
        assertThat(content(completed.ref())).isEqualTo(joined(one, two, three));
    }

    @Test
    void whatTheTenantHasAlreadyIsKeptOnce() throws IOException {
        byte[] whole = random(9, MIN + 100);
        CompletedUpload first = upload(whole);
        awaitHash(first.ref());
        UUID again = Ids.next();
        uploads.open(again, request(2, Instant.now().plusSeconds(60)));
        put(again, 1, Arrays.copyOf(whole, MIN)).statusCode(200);
        put(again, 2, Arrays.copyOfRange(whole, MIN, whole.length)).statusCode(200);
        CompletedUpload second = uploads.complete(again).orElseThrow();
        assertThat(awaitHash(second.ref()).hash()).isEqualTo(awaitHash(first.ref()).hash());
        assertThat(database.blobs(tenant)).isOne();
        assertThat(database.references(tenant)).isEqualTo(2);
        assertThat(content(second.ref())).isEqualTo(whole);
        rights.close(again);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100_000, MIN})
    void asOnePartItsHashIsKnownAtOnceAndEqualBytesAreStoredOnce(int size) throws IOException {
        byte[] whole = random(size, size);
        CompletedUpload first = upload(whole);
        assertThat(first.hash()).startsWith("blake3:");
        assertThat(first.createdNew()).isTrue();
        UUID again = Ids.next();
        uploads.open(again, request(1, Instant.now().plusSeconds(60)));
        put(again, 1, whole).statusCode(200);
        CompletedUpload second = uploads.complete(again).orElseThrow();
        assertThat(second.createdNew()).isFalse();
        assertThat(second.hash()).isEqualTo(first.hash());
        assertThat(database.blobs(tenant)).isOne();
        assertThat(content(second.ref())).isEqualTo(whole);
        rights.close(again);
    }

    @Test
    void aPartThatIsSentAgainReplacesTheOldOne() throws IOException {
        open(2);
        byte[] second = random(5, MIN);
        put(1, random(4, MIN)).statusCode(200);
        put(2, new byte[] {1}).statusCode(200);
        put(1, second).statusCode(200);
        CompletedUpload completed = uploads.complete(right).orElseThrow();
        assertThat(content(completed.ref())).isEqualTo(joined(second, new byte[] {1}));
    }

    @Test
    void aPartThatWasCutChangesNothing() throws IOException {
        open(2);
        byte[] good = random(6, MIN);
        put(1, good).statusCode(200);
        put(2, new byte[] {1}).statusCode(200);
        InputStream cut = new SequenceInputStream(new ByteArrayInputStream(random(7, 1000)), new Broken());
        UploadRight open = rights.findById(right);
        assertThatThrownBy(() -> ingest.store(open, 1, cut, MIN)).isInstanceOf(IOException.class).hasMessage("cut");
        assertThat(content(uploads.complete(right).orElseThrow().ref())).isEqualTo(joined(good, new byte[] {1}));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 8 << 20, (8 << 20) + 1, 20 << 20})
    void aPartOfUnknownLengthIsTakenToo(int size) throws IOException {
        open(1);
        byte[] whole = random(size, size);
        ingest.store(rights.findById(right), 1, new ByteArrayInputStream(whole), -1);
        CompletedUpload completed = uploads.complete(right).orElseThrow();
        assertThat(completed.hash()).isNotNull();
        assertThat(content(completed.ref())).isEqualTo(whole);
    }

    @Test
    void missingAndSmallPartsAreNamed() {
        open(4);
        put(2, new byte[100]).statusCode(200);
        assertThatThrownBy(() -> uploads.complete(right)).hasMessage("Parts have not been uploaded: 1, 3, 4.");
        put(1, new byte[MIN]).statusCode(200);
        put(3, new byte[MIN]).statusCode(200);
        put(4, new byte[0]).statusCode(200);
        assertThatThrownBy(() -> uploads.complete(right)).isInstanceOf(ServiceException.class)
                .hasMessage("Part 2 has 100 bytes; every part but the last must have at least 5242880.");
        put(2, new byte[MIN]).statusCode(200);
        assertThat(uploads.complete(right).orElseThrow().size()).isEqualTo(3L * MIN);
        awaitHash(completions.of(tenant, OWNER, List.of(entity)).getLast().ref());
    }

    @Test
    void completingAgainAndAtTheSameTimeGivesOneContent() throws Exception {
        open(2);
        put(1, random(8, MIN)).statusCode(200);
        put(2, new byte[] {1}).statusCode(200);
        Callable<Optional<CompletedUpload>> complete = () -> uploads.complete(right);
        List<UUID> refs = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Optional<CompletedUpload>> one : clients.invokeAll(IntStream.range(0, 8).mapToObj(i -> complete).toList())) {
                refs.add(one.get().orElseThrow().ref());
            }
        }
        assertThat(refs).containsOnly(refs.getFirst());
        assertThat(database.blobs(tenant)).isOne();
        put(1, new byte[MIN]).statusCode(409).body("error.message", containsString("takes no more parts"));
        awaitHash(refs.getFirst());
        references.release(refs.getFirst());
        assertThat(uploads.complete(right)).isEmpty();
    }

    @Test
    void aLinkIsForItsPartAndNoOther() {
        open(2);
        put(3, new byte[1]).statusCode(403);
        put(0, new byte[1]).statusCode(403);
        String whole = tokens.sign(UploadTicket.PURPOSE, new UploadTicket(right, soon().getEpochSecond(), null));
        given().body(new byte[1]).put("/blob/uploads/{token}", whole).then().statusCode(403);
        put(1, new byte[101 << 10], "Bearer expired").statusCode(200);
    }

    @Test
    void aWithdrawnUploadIsSweptFromTheStore() throws IOException {
        open(2);
        put(1, new byte[MIN]).statusCode(200);
        Upload object = objects.findById(rights.findById(right).uploadId);
        rights.close(right);
        put(2, new byte[1]).statusCode(403);
        assertThatThrownBy(() -> uploads.complete(right)).isInstanceOf(ServiceException.class);
        sweeper.sweep();
        assertThatThrownBy(() -> store.putPart(object.objectKey(), object.storeUploadId(), 1,
                        Source.repeatable(() -> new ByteArrayInputStream(new byte[1]), 1)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void anExpiredUploadTakesNothing() {
        uploads.open(right, request(1, Instant.now().minusSeconds(1)));
        put(1, new byte[1]).statusCode(403);
        assertThatThrownBy(() -> uploads.complete(right)).isInstanceOf(ServiceException.class);
    }

    private CompletedUpload upload(byte[] whole) {
        open(1);
        put(1, whole).statusCode(200);
        return uploads.complete(right).orElseThrow();
    }

    private void open(int parts) {
        uploads.open(right, request(parts, soon()));
        uploads.open(right, request(parts, soon()));
    }

    private OpenUpload request(int parts, Instant expires) {
        return new OpenUpload(tenant, OWNER, entity, 100 << 20, expires, parts);
    }

    private ValidatableResponse put(int part, byte[] content) {
        return put(right, part, content);
    }

    private ValidatableResponse put(UUID upload, int part, byte[] content) {
        String token = tokens.sign(UploadTicket.PURPOSE, new UploadTicket(upload, soon().getEpochSecond(), part));
        return given().body(content).put("/blob/uploads/{token}", token).then();
    }

    private ValidatableResponse put(int part, byte[] content, String authorization) {
        String token = tokens.sign(UploadTicket.PURPOSE, new UploadTicket(right, soon().getEpochSecond(), part));
        return given().header("Authorization", authorization).body(content).put("/blob/uploads/{token}", token).then();
    }

    private CompletedUpload awaitHash(UUID ref) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            CompletedUpload upload = completions.of(tenant, OWNER, List.of(entity)).stream()
                    .filter(one -> one.ref().equals(ref))
                    .findFirst()
                    .orElseThrow();
            if (upload.hash() != null) {
                return upload;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("no hash within " + PATIENCE);
    }

    private byte[] content(UUID ref) throws IOException {
        var blob = references.content(ref);
        if (blob.content() != null) {
            return blob.content();
        }
        try (InputStream in = store.get(blob.objectKey(), new ByteRange(0, blob.size() - 1))) {
            return in.readAllBytes();
        }
    }

    private static Instant soon() {
        return Instant.now().plusSeconds(60);
    }

    private static byte[] joined(byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        return all.toByteArray();
    }

    private static byte[] random(int seed, int size) {
        byte[] content = new byte[size];
        new Random(seed).nextBytes(content);
        return content;
    }

    private static final class Broken extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("cut");
        }
    }
}
