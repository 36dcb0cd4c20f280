package dev.coffer.blob.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.blob.BlobDatabase;
import dev.coffer.blob.Bytes;
import dev.coffer.blob.RealServers;
import dev.coffer.blob.buffer.BufferPool;
import dev.coffer.blob.buffer.FreeShares;
import dev.coffer.common.blobclient.StoredBlob;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.share.Holder;
import dev.coffer.common.time.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class IngestIT {
    private static final int INLINE = 16 << 10;
    private static final int SMALL = 8 << 20;

    @Inject
    Ingest ingest;

    @Inject
    BufferPool pool;

    @Inject
    BlobDatabase database;

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(database.uploads()).isZero();
        assertThat(FreeShares.areWhole(pool.shares())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, INLINE, INLINE + 1, 5 << 20, SMALL - 1, SMALL, SMALL + 1, SMALL + 2, 20 << 20})
    void equalBytesOfATenantAreStoredOnceHoweverTheyCome(int size) throws IOException {
        Owner owner = owner();
        byte[] content = Bytes.random(size);
        StoredBlob chunked = store(owner, content, -1);
        StoredBlob declared = store(owner, content, size);
        StoredBlob elsewhere = store(Owner.project(owner.tenant(), "plant"), content, -1);
        assertThat(List.of(declared, elsewhere)).containsOnly(chunked);
        assertThat(chunked.size()).isEqualTo(size);
        assertThat(database.blobs(owner.tenant())).isOne();
        assertThat(database.references(owner.tenant())).isEqualTo(3);
    }

    @Test
    void equalBytesOfTwoTenantsAreStoredTwice() throws IOException {
        Owner one = owner();
        Owner other = owner();
        byte[] content = Bytes.random(100_000);
        assertThat(store(one, content, -1)).isEqualTo(store(other, content, -1));
        assertThat(database.blobs(one.tenant())).isOne();
        assertThat(database.blobs(other.tenant())).isOne();
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 100_000, SMALL + 1})
    void equalBytesFromManyClientsAtOnceBecomeOneBlob(int size) throws Exception {
        Owner owner = owner();
        byte[] content = Bytes.random(size);
        Set<StoredBlob> answers = new HashSet<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<StoredBlob> upload = () -> store(owner, content, size);
            for (Future<StoredBlob> answer : clients.invokeAll(IntStream.range(0, 16).mapToObj(i -> upload).toList())) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).hasSize(1);
        assertThat(database.blobs(owner.tenant())).isOne();
        assertThat(database.references(owner.tenant())).isEqualTo(16);
    }

    @ParameterizedTest
    @CsvSource({"1000,-1", "1000,5000", "100000,-1", "9000000,-1", "20000000,-1", "9000000,10000000"})
    void aCutBodyStoresNothing(int arrived, long declared) {
        Owner owner = owner();
        InputStream cut = new SequenceInputStream(new ByteArrayInputStream(Bytes.random(arrived)), new Broken());
        assertThatThrownBy(() -> ingest.store(to(owner), cut, declared))
                .isInstanceOf(IOException.class)
                .hasMessage("cut by the client");
        assertThat(database.blobs(owner.tenant())).isZero();
        assertThat(database.references(owner.tenant())).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30_000, 200_000, SMALL})
    void aBodyOfKnownLengthNeedsNoMemory(int size) throws IOException {
        Holder others = new Holder("others", "link");
        pool.shares().forEach(share -> share.take(others, share.size(), Duration.ZERO));
        try {
            Owner owner = owner();
            byte[] content = Bytes.random(size);
            assertThat(store(owner, content, size)).isEqualTo(store(owner, content, size));
            assertThat(database.blobs(owner.tenant())).isOne();
        } finally {
            pool.shares().forEach(share -> share.release(others, share.size()));
        }
    }

    @Test
    void theSameReferenceAgainGivesTheSameAnswer() throws IOException {
        Owner owner = owner();
        Destination to = to(owner);
        StoredBlob first = ingest.store(to, new ByteArrayInputStream(Bytes.random(100_000)), -1);
        StoredBlob again = ingest.store(to, new ByteArrayInputStream(Bytes.random(200_000)), -1);
        assertThat(again).isEqualTo(first);
        assertThat(database.blobs(owner.tenant())).isOne();
    }

    private StoredBlob store(Owner owner, byte[] content, long length) throws IOException {
        return ingest.store(to(owner), new ByteArrayInputStream(content), length);
    }

    private static Destination to(Owner owner) {
        return new Destination(Ids.next(), owner, null);
    }

    private static Owner owner() {
        return Owner.user("tenant-" + UUID.randomUUID(), "somebody");
    }

    private static final class Broken extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("cut by the client");
        }
    }
}
