package dev.coffer.blob.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.blob.BlobDatabase;
import dev.coffer.blob.Bytes;
import dev.coffer.blob.RealServers;
import dev.coffer.blob.ingest.Destination;
import dev.coffer.blob.ingest.Ingest;
import dev.coffer.blob.parts.PartedUploads;
import dev.coffer.blob.session.UploadSessionTransactions;
import dev.coffer.blob.store.ExactStream;
import dev.coffer.blob.store.StoredObjects;
import dev.coffer.blob.upload.TestTenant;
import dev.coffer.common.blobclient.StorageUsage;
import dev.coffer.common.blobclient.StorageUsage.Limits;
import dev.coffer.common.blobclient.StoredBlob;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.streams.BulkStream;
import dev.coffer.common.time.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many concurrent uploads, on a real PostgreSQL and a real store, do not exceed a quota. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@TestProfile(SomeQuotas.class)
class QuotaRacesIT {
    private static final int LIMIT = SomeQuotas.BYTES;
    private static final int CLIENTS = 16;

    @Inject
    TestTenant tenant;

    @Inject
    Ingest ingest;

    @Inject
    PartedUploads uploads;

    @Inject
    UploadSessionTransactions sessions;

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

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofUploadsThatRaceForTheRestExactlyThoseThatFitSucceed(boolean declared) throws Exception {
        tenant.store(350_000);
        int stored = succeeded(i -> () -> tenant.store(Bytes.random(i, 100_000), declared ? 100_000 : -1));
        assertThat(stored).isEqualTo(6);
        assertThat(database.referredBytes(tenant.name)).isEqualTo(950_000);
        assertThat(quotas.usage(tenant.name)).isEqualTo(new StorageUsage(950_000, 7, new Limits((long) LIMIT, null)));
        assertThat(objects.keys(tenant.name)).hasSize(7);
    }

    @Test
    void whoWaitsForTheQuotaHoldsNoConnection() throws Exception {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<StoredBlob>> stored = new ArrayList<>();
            long waiting = quotas.inTurn(tenant.name, () -> {
                for (int i = 0; i < CLIENTS; i++) {
                    int number = i;
                    stored.add(clients.submit(() -> tenant.store(Bytes.random(number, 10_000), 10_000)));
                }
                database.number("select 1 from pg_sleep(0.5) where ? <> ''", "any");
                return database.number("select count(*) from pg_locks where not granted and ? <> ''", "any");
            });
            assertThat(waiting).isZero();
            for (Future<StoredBlob> one : stored) {
                one.get();
            }
        }
    }

    @Test
    void filesAreLimitedToo() throws Exception {
        Owner few = Owner.user("few-files", "somebody");
        byte[] content = Bytes.random(1, 20_000);
        int stored = succeeded(i -> () -> ingest.store(
                new Destination(Ids.next(), few, null), new ByteArrayInputStream(content), -1));
        assertThat(stored).isEqualTo(5);
        assertThat(quotas.usage("few-files")).isEqualTo(new StorageUsage(100_000, 5, new Limits((long) LIMIT, 5L)));
    }

    /** Three of them fit; all others are refused before any of the three has sent a byte. */
    @Test
    void bodiesTakeTheirRoomBeforeTheyAreThere() throws Exception {
        Owner many = Owner.user("many-bytes", "somebody");
        int size = 9 << 20;
        CountDownLatch refused = new CountDownLatch(29);
        List<Callable<Integer>> clients = Stream.<Callable<Integer>>generate(() -> () -> {
            try {
                InputStream body = new ExactStream(new LateBody(refused), size);
                ingest.store(new Destination(Ids.next(), many, null), body, size);
                return 200;
            } catch (ServiceException e) {
                refused.countDown();
                return e.code().status();
            }
        }).limit(32).toList();
        assertThat(statuses(clients)).containsOnly(200, 413).filteredOn(status -> status == 200).hasSize(3);
        assertThat(quotas.usage("many-bytes").bytes()).isEqualTo(3L * size);
        assertThat(database.reserved("many-bytes")).isZero();
    }

    /** Sends nothing before all others are done. */
    private static final class LateBody extends BulkStream {
        private final CountDownLatch others;

        LateBody(CountDownLatch others) {
            this.others = others;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                if (!others.await(20, TimeUnit.SECONDS)) {
                    throw new IOException("too few were refused");
                }
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return length;
        }
    }

    @Test
    void partsOfManyOpenUploadsThatRaceNeverExceedTheQuotaTogether() throws Exception {
        List<UUID> opened = Stream.generate(Ids::next).limit(32).toList();
        opened.forEach(id -> uploads.open(id, tenant.request(1, Instant.now().plusSeconds(60))));
        assertThat(
                statuses(opened.stream()
                        .<Callable<Integer>>map(
                                id -> () -> tenant.put(id, 1, Bytes.random(300_000)).extract().statusCode())
                        .toList()))
                .containsOnly(200, 413)
                .filteredOn(status -> status == 200).hasSize(3);
        assertThat(database.reserved(tenant.name)).isEqualTo(900_000);
        for (UUID id : opened) {
            sessions.close(id, tenant.owner);
        }
        assertThat(database.reserved(tenant.name)).isZero();
    }

    @Test
    void partsOfOneUploadThatRaceNeverExceedTheQuotaTogether() throws Exception {
        tenant.open(32);
        List<Callable<Integer>> clients =
                IntStream.rangeClosed(1, 32)
                        .<Callable<Integer>>mapToObj(
                                number -> () -> tenant.put(number, Bytes.random(300_000)).extract().statusCode())
                        .toList();
        assertThat(statuses(clients)).containsOnly(200, 413).filteredOn(status -> status == 200).hasSize(3);
        assertThat(database.reserved(tenant.name)).isEqualTo(900_000);
    }

    private static List<Integer> statuses(List<Callable<Integer>> clients) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> answer : threads.invokeAll(clients)) {
                statuses.add(answer.get());
            }
        }
        return statuses;
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
}
