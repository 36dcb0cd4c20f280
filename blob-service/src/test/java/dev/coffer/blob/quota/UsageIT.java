package dev.coffer.blob.quota;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.coffer.blob.BlobDatabase;
import dev.coffer.blob.RealServers;
import dev.coffer.blob.ingest.Destination;
import dev.coffer.blob.ingest.Ingest;
import dev.coffer.blob.reference.ReferenceService;
import dev.coffer.common.blobclient.LinkRequest;
import dev.coffer.common.blobclient.StorageUsage;
import dev.coffer.common.blobclient.StoredBlob;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.time.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a tenant holds is counted exactly, however it comes and goes. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@TestSecurity(user = "userdata-service", roles = Caller.INTERNAL)
class UsageIT {
    private static final int CLIENTS = 16;
    private static final int STEPS = 40;

    @Inject
    Ingest ingest;

    @Inject
    ReferenceService references;

    @Inject
    QuotaTransactions quotas;

    @Inject
    BlobDatabase database;

    private final Owner owner = Owner.user("tenant-" + UUID.randomUUID(), "somebody");

    @Test
    void aTenantThatHoldsNothingHasNoLimitsByDefault() {
        given().get("/internal/usage?tenant={tenant}", owner.tenant()).then()
                .statusCode(200)
                .body("bytes", equalTo(0), "files", equalTo(0))
                .body("", not(hasKey("limits")));
        given().get("/internal/usage").then().statusCode(400).body("code", equalTo("INVALID_QUERY"));
    }

    @Test
    void equalBytesCountAsOftenAsTheyAreNeeded() throws Exception {
        store(Ids.next(), 1000);
        UUID second = Ids.next();
        store(second, 1000);
        assertThat(quotas.usage(owner.tenant())).isEqualTo(new StorageUsage(2000, 2, null));
        references.release(second, owner);
        assertThat(quotas.usage(owner.tenant())).isEqualTo(new StorageUsage(1000, 1, null));
    }

    @Test
    void manyWhoStoreLinkAndReleaseAtOnceAreCountedExactly() throws Exception {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> runs = IntStream.range(0, CLIENTS).<Callable<Void>>mapToObj(this::anything).toList();
            for (Future<Void> run : clients.invokeAll(runs)) {
                run.get();
            }
        }
        assertThat(database.references(owner.tenant())).isPositive();
        assertThat(quotas.usage(owner.tenant())).isEqualTo(new StorageUsage(
                database.referredBytes(owner.tenant()), database.references(owner.tenant()), null));
    }

    /** Some hundred bytes to some hundred thousand, few of them different, so that the clients meet. */
    private Callable<Void> anything(int seed) {
        return () -> {
            Random random = new Random(seed);
            Deque<UUID> mine = new ArrayDeque<>();
            String kept = store(Ids.next(), 500).hash();
            for (int step = 0; step < STEPS; step++) {
                UUID ref = Ids.next();
                switch (random.nextInt(4)) {
                    case 0 -> store(ref, 100 + random.nextInt(3));
                    case 1 -> store(ref, 100_000 + random.nextInt(3));
                    case 2 -> references.link(ref, new LinkRequest(
                            owner.tenant(), owner.key(), kept, List.of(owner.key())));
                    default -> ref = null;
                }
                if (ref != null) {
                    mine.add(ref);
                } else if (!mine.isEmpty()) {
                    references.release(mine.remove(), owner);
                }
            }
            return null;
        };
    }

    private StoredBlob store(UUID ref, int size) throws Exception {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return ingest.store(new Destination(ref, owner, null), new ByteArrayInputStream(content), -1);
    }
}
