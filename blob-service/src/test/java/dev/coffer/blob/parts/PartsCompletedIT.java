package dev.coffer.blob.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;

import dev.coffer.blob.BlobDatabase;
import dev.coffer.blob.Bytes;
import dev.coffer.blob.RealServers;
import dev.coffer.blob.reference.ReferenceService;
import dev.coffer.blob.session.UploadSessionTransactions;
import dev.coffer.blob.upload.TestTenant;
import dev.coffer.common.blobclient.CompletedUpload;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.time.Ids;
import dev.coffer.common.tracing.CurrentTrace;
import dev.coffer.common.tracing.RequestTrace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts that become a content, which is hashed and stored once. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class PartsCompletedIT {
    private static final int MIN = TestTenant.SMALLEST_PART;

    @Inject
    TestTenant tenant;

    @Inject
    UploadSessionTransactions sessions;

    @Inject
    PartedUploads uploads;

    @Inject
    ReferenceService references;

    @Inject
    BlobDatabase database;

    @AfterEach
    void nothingIsLeftBehind() {
        tenant.leavesNothing();
    }

    @Test
    void partsInAnyOrderBecomeTheContentAndItIsHashedAfterwards() throws IOException {
        tenant.open(3);
        byte[] one = Bytes.random(1, MIN);
        byte[] two = Bytes.random(2, MIN + 1);
        byte[] three = Bytes.random(3, 7);
        tenant.put(3, three).statusCode(200);
        tenant.put(1, one).statusCode(200);
        tenant.put(2, two).statusCode(200);
        CompletedUpload completed = tenant.complete().orElseThrow();
        assertThat(completed.hash()).isNull();
        assertThat(completed.size()).isEqualTo(2L * MIN + 8);
        assertThat(tenant.completed()).first().extracting(CompletedUpload::ref).isEqualTo(completed.ref());
        assertThat(tenant.content(completed.ref())).isEqualTo(Bytes.joined(one, two, three));
        assertThat(references.content(completed.ref(), tenant.owner).etag()).contains("-");

        CompletedUpload hashed = tenant.awaitHash(completed.ref());
        assertThat(hashed.sha256()).startsWith("sha256:");
        assertThat(hashed.completion()).isEqualTo(completed.completion());
        assertThat(database.events(tenant.entity)).isEqualTo(2);
        assertThat(tenant.content(completed.ref())).isEqualTo(Bytes.joined(one, two, three));
    }

    @Test
    void whatIsHashedAfterwardsBelongsToTheRequestThatCompletedIt() throws IOException {
        RequestTrace trace = RequestTrace.of(List.of(), List.of());
        AtomicReference<CompletedUpload> sent = new AtomicReference<>();
        tenant.open(2);
        tenant.put(1, Bytes.random(1, MIN)).statusCode(200);
        tenant.put(2, Bytes.random(2, 7)).statusCode(200);
        CurrentTrace.during(trace, () -> sent.set(tenant.complete().orElseThrow()));
        tenant.awaitHash(sent.get().ref());
        assertThat(database.number(
                "select count(*) from outbox where payload like ? and record_key = '" + tenant.entity + "'",
                "%\"traceparent\":\"00-" + trace.context().traceId() + "-%")).isEqualTo(2);
    }

    @Test
    void whatTheTenantHasAlreadyIsKeptOnce() throws IOException {
        byte[] whole = Bytes.random(9, MIN + 100);
        CompletedUpload first = tenant.sent(whole);
        tenant.awaitHash(first.ref());
        UUID again = Ids.next();
        uploads.open(again, tenant.request(2, Instant.now().plusSeconds(60)));
        tenant.put(again, 1, Arrays.copyOf(whole, MIN)).statusCode(200);
        tenant.put(again, 2, Arrays.copyOfRange(whole, MIN, whole.length)).statusCode(200);
        CompletedUpload second = uploads.complete(again, tenant.owner).orElseThrow();
        assertThat(tenant.awaitHash(second.ref()).hash()).isEqualTo(tenant.awaitHash(first.ref()).hash());
        assertThat(database.blobs(tenant.name)).isOne();
        assertThat(database.references(tenant.name)).isEqualTo(2);
        assertThat(tenant.content(second.ref())).isEqualTo(whole);
        sessions.close(again, tenant.owner);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100_000, MIN})
    void asOnePartItsHashIsKnownAtOnceAndEqualBytesAreStoredOnce(int size) throws IOException {
        byte[] whole = Bytes.random(size);
        CompletedUpload first = tenant.sent(whole);
        assertThat(first.hash()).startsWith("blake3:");
        assertThat(first.createdNew()).isTrue();
        UUID again = Ids.next();
        uploads.open(again, tenant.request(1, Instant.now().plusSeconds(60)));
        tenant.put(again, 1, whole).statusCode(200);
        CompletedUpload second = uploads.complete(again, tenant.owner).orElseThrow();
        assertThat(second.createdNew()).isFalse();
        assertThat(second.hash()).isEqualTo(first.hash());
        assertThat(database.blobs(tenant.name)).isOne();
        assertThat(tenant.content(second.ref())).isEqualTo(whole);
        sessions.close(again, tenant.owner);
    }

    @Test
    void missingAndSmallPartsAreNamed() {
        tenant.open(4);
        tenant.put(2, new byte[100]).statusCode(200);
        assertThatThrownBy(tenant::complete).hasMessage("Parts have not been uploaded: 1, 3, 4.");
        tenant.put(1, new byte[MIN]).statusCode(200);
        tenant.put(3, new byte[MIN]).statusCode(200);
        tenant.put(4, new byte[0]).statusCode(200);
        assertThatThrownBy(tenant::complete).isInstanceOf(ServiceException.class)
                .hasMessage("Part 2 has 100 bytes; every part but the last must have at least 5242880.");
        tenant.put(2, new byte[MIN]).statusCode(200);
        assertThat(tenant.complete().orElseThrow().size()).isEqualTo(3L * MIN);
        tenant.awaitHash(tenant.completed().getLast().ref());
    }

    @Test
    void completingAgainAndAtTheSameTimeGivesOneContent() throws Exception {
        tenant.open(2);
        tenant.put(1, Bytes.random(8, MIN)).statusCode(200);
        tenant.put(2, new byte[] {1}).statusCode(200);
        Callable<Optional<CompletedUpload>> complete = tenant::complete;
        List<UUID> refs = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Optional<CompletedUpload>> one : clients
                    .invokeAll(IntStream.range(0, 8).mapToObj(i -> complete).toList())) {
                refs.add(one.get().orElseThrow().ref());
            }
        }
        assertThat(refs).containsOnly(refs.getFirst());
        assertThat(database.blobs(tenant.name)).isOne();
        tenant.put(1, new byte[MIN]).statusCode(409).body("error.message", containsString("takes no more parts"));
        tenant.awaitHash(refs.getFirst());
        references.release(refs.getFirst(), tenant.owner);
        assertThat(tenant.complete()).isEmpty();
    }
}
