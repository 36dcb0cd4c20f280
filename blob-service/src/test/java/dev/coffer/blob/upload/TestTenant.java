package dev.coffer.blob.upload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.blob.BlobDatabase;
import dev.coffer.blob.Bytes;
import dev.coffer.blob.content.Blob;
import dev.coffer.blob.ingest.Destination;
import dev.coffer.blob.ingest.Ingest;
import dev.coffer.blob.parts.PartedUploads;
import dev.coffer.blob.pending.Sweeper;
import dev.coffer.blob.reference.ReferenceService;
import dev.coffer.blob.session.UploadSessionTransactions;
import dev.coffer.blob.store.ObjectStore;
import dev.coffer.common.blobclient.CompletedUpload;
import dev.coffer.common.blobclient.StoredBlob;
import dev.coffer.common.blobclient.UploadSessionRequest;
import dev.coffer.common.content.ByteRange;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.signing.SignedToken;
import dev.coffer.common.signing.UploadLinkClaims;
import dev.coffer.common.time.Ids;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A tenant for one test alone: it stores contents, and has one upload by link that can be opened. */
@Dependent
public class TestTenant {
    public static final int SMALLEST_PART = 5 << 20;
    private static final long LARGEST = 100 << 20;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    public final String name = "tenant-" + UUID.randomUUID();
    public final Owner owner = Owner.project(name, "plant");
    public final String entity = Ids.next().toString();
    public final UUID session = Ids.next();

    @Inject
    Ingest ingest;

    @Inject
    UploadSessionTransactions sessions;

    @Inject
    PartedUploads uploads;

    @Inject
    ReferenceService references;

    @Inject
    ObjectStore store;

    @Inject
    SignedToken tokens;

    @Inject
    Sweeper sweeper;

    @Inject
    BlobDatabase database;

    /** Withdraws the upload; nothing of it may stay in the store. */
    public void leavesNothing() {
        if (sessions.exists(session)) {
            sessions.close(session, owner);
        }
        sweeper.sweep();
        assertThat(database.uploads()).isZero();
    }

    public StoredBlob store(int size) throws IOException {
        return store(Bytes.random(size), size);
    }

    public StoredBlob store(byte[] content, long length) throws IOException {
        return ingest.store(destination(), new ByteArrayInputStream(content), length);
    }

    public Destination destination() {
        return new Destination(Ids.next(), owner, null);
    }

    public void openWhole() {
        sessions.open(session, request(null, soon()));
    }

    /** Opens the upload, twice, as a service does that did not get the first answer. */
    public void open(int parts) {
        uploads.open(session, request(parts, soon()));
        uploads.open(session, request(parts, soon()));
    }

    public UploadSessionRequest request(Integer parts, Instant expires) {
        return new UploadSessionRequest(name, owner.key(), entity, LARGEST, expires, parts);
    }

    /** Sends one part, or all of the content if no number is given. */
    public ValidatableResponse put(Integer part, byte[] content) {
        return put(session, part, content);
    }

    public ValidatableResponse put(UUID upload, Integer part, byte[] content) {
        return given().body(content).put("/blob/uploads/{token}", token(upload, part)).then();
    }

    public String token(UUID upload, Integer part) {
        return tokens.sign(UploadLinkClaims.PURPOSE, new UploadLinkClaims(upload, soon().getEpochSecond(), part, null));
    }

    public Optional<CompletedUpload> complete() {
        return uploads.complete(session, owner);
    }

    /** Uploads a content as one part. */
    public CompletedUpload sent(byte[] whole) {
        open(1);
        put(1, whole).statusCode(200);
        return complete().orElseThrow();
    }

    public List<CompletedUpload> completed() {
        return sessions.completions(owner, List.of(entity));
    }

    public CompletedUpload awaitHash(UUID ref) {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (System.nanoTime() < deadline) {
            CompletedUpload upload =
                    completed().stream().filter(one -> one.ref().equals(ref)).findFirst().orElseThrow();
            if (upload.hash() != null) {
                return upload;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("no hash within " + TIMEOUT);
    }

    public byte[] content(UUID ref) throws IOException {
        Blob blob = references.content(ref, owner);
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
}
