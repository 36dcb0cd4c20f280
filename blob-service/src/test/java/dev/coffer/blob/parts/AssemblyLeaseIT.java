package dev.coffer.blob.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.blob.BlobDatabase;
import dev.coffer.blob.Bytes;
import dev.coffer.blob.RealServers;
import dev.coffer.blob.ingest.IngestMetrics;
import dev.coffer.blob.ingest.StoreWriter;
import dev.coffer.blob.ingest.UploadConfig;
import dev.coffer.blob.pending.PendingObjects;
import dev.coffer.blob.session.UploadSessionTransactions;
import dev.coffer.blob.upload.TestTenant;
import dev.coffer.common.blobclient.CompletedUpload;
import dev.coffer.common.error.ServiceException;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Several processes are asked to complete one upload: each has its own {@link PartedUploads}, and the database is all
 * they share.
 */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class AssemblyLeaseIT {
    private static final Duration LONG = Duration.ofSeconds(30);

    @Inject
    IngestMetrics metrics;

    @Inject
    TestTenant tenant;

    @Inject
    PendingObjects pending;

    @Inject
    UploadSessionTransactions sessions;

    @Inject
    AssemblyTransactions assembly;

    @Inject
    StoreWriter writer;

    @Inject
    AssemblyLeases leases;

    @Inject
    BlobDatabase database;

    @BeforeEach
    void twoParts() {
        tenant.open(2);
        tenant.put(1, Bytes.random(8, TestTenant.SMALLEST_PART)).statusCode(200);
        tenant.put(2, new byte[] {1}).statusCode(200);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        tenant.leavesNothing();
    }

    @Test
    void twoProcessesGiveOneContent() throws Exception {
        List<Callable<Optional<CompletedUpload>>> calls = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            PartedUploads process = process(LONG);
            calls.addAll(Collections.nCopies(3, () -> process.complete(tenant.session, tenant.owner)));
        }
        List<UUID> refs = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Optional<CompletedUpload>> one : clients.invokeAll(calls)) {
                refs.add(one.get().orElseThrow().ref());
            }
        }
        assertThat(refs).hasSize(6).containsOnly(refs.getFirst());
        assertThat(database.references(tenant.name)).isOne();
        assertThat(
                database.number("select count(distinct assembled_by) from upload_right where tenant = ?", tenant.name))
                .isOne();
        tenant.awaitHash(refs.getFirst());
    }

    @Test
    void whileOneProcessCompletesItOthersWaitAndThenSayTryAgain() {
        UUID other = leases.begin();
        held(other, "1 second");
        leases.renew();
        assertThatThrownBy(() -> process(Duration.ofMillis(1200)).complete(tenant.session, tenant.owner))
                .as("the lease was renewed").isInstanceOf(ServiceException.class).hasMessageContaining("try again");
        leases.end(other);
        held(other, "1 second");
        leases.renew();
        CompletedUpload upload =
                process(LONG).complete(tenant.session, tenant.owner).orElseThrow();
        assertThat(upload.size()).isEqualTo(TestTenant.SMALLEST_PART + 1L);
        tenant.awaitHash(upload.ref());
    }

    private void held(UUID attempt, String time) {
        database.execute(
                "update upload_right set assembled_by = '" + attempt + "', assembled_until = now() + interval '"
                        + time + "' where id = '" + tenant.session + "'");
    }

    private PartedUploads process(Duration wait) {
        return new PartedUploads(pending, sessions, assembly, writer, leases, new UploadConfig() {
            @Override
            public Duration completionWait() {
                return wait;
            }

            @Override
            public MemorySize maxSize() {
                return new MemorySize(BigInteger.ONE);
            }

            @Override
            public MemorySize smallSize() {
                return maxSize();
            }

            @Override
            public MemorySize inlineSize() {
                return maxSize();
            }

            @Override
            public int partsInFlight() {
                return 1;
            }
        }, metrics);
    }
}
