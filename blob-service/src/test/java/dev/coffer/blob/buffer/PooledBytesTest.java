package dev.coffer.blob.buffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.common.error.ServiceException;
import dev.coffer.common.share.Holder;
import dev.coffer.common.share.Share;
import io.quarkus.runtime.configuration.MemorySize;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PooledBytesTest {
    private static final int PART = 8 << 20;
    private static final byte[] CONTENT = new byte[PART];

    @Test
    void manyBodiesThatGrowTogetherAllComeThrough() throws Exception {
        BufferPool pool = pool(16 << 20, Duration.ofSeconds(30));
        List<Callable<Long>> bodies = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            bodies.add(() -> filled(pool));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Long> length : threads.invokeAll(bodies)) {
                assertThat(length.get()).isEqualTo(PART);
            }
        }
        assertThat(FreeShares.areWhole(pool.shares())).isTrue();
    }

    @Test
    void whoWaitsInVainIsToldSo() throws Exception {
        BufferPool pool = pool(11 << 20, Duration.ofMillis(50));
        try (PooledBytes first = bytes(pool, -1);
                PooledBytes second = bytes(pool, -1)) {
            first.fill(new ByteArrayInputStream(CONTENT), PART);
            assertThatThrownBy(() -> second.fill(new ByteArrayInputStream(CONTENT), PART))
                    .isInstanceOf(ServiceException.class);
        }
        assertThat(FreeShares.areWhole(pool.shares())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"10, 1", "30000, 2", "65536, 4", "65537, 5", "200000, 13", "1000000, 62", "8388608, 512"})
    void noMoreIsPromisedThanTheDeclaredLength(long declared, long segments) throws Exception {
        BufferPool pool = pool(64 << 20, Duration.ofSeconds(30));
        try (PooledBytes bytes = bytes(pool, declared)) {
            bytes.fill(new ByteArrayInputStream(CONTENT), declared);
            assertThat(taken(pool)).isEqualTo(segments);
            assertThat(bytes.length()).isEqualTo(declared);
            assertThat(bytes.endOfSource()).isTrue();
        }
        assertThat(FreeShares.areWhole(pool.shares())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1, 4", "65535, 4", "65536, 32", "524287, 32", "524288, 513"})
    void whatIsPromisedOfAnUnknownLengthGrowsWithWhatArrives(int arrived, long segments) throws Exception {
        BufferPool pool = pool(64 << 20, Duration.ofSeconds(30));
        try (PooledBytes bytes = bytes(pool, -1)) {
            InputStream source = new SequenceInputStream(new ByteArrayInputStream(CONTENT, 0, arrived), new Silent());
            assertThatThrownBy(() -> bytes.fill(source, PART + 1)).hasMessage("silent");
            assertThat(taken(pool)).isEqualTo(segments);
        }
        assertThat(FreeShares.areWhole(pool.shares())).isTrue();
    }

    @Test
    void whereNoMoreCanBeHadAtOnceTheBytesGoOnAsAStream() throws Exception {
        BufferPool pool = pool(16 << 20, Duration.ofSeconds(30));
        Share second = pool.step(1).share();
        second.take(new Holder("another", "one"), second.size(), Duration.ZERO);
        try (PooledBytes bytes = bytes(pool, PART)) {
            InputStream source = new ByteArrayInputStream(CONTENT);
            assertThat(bytes.fillAtOnce(source, PART)).isFalse();
            assertThat(bytes.length()).isEqualTo(64 << 10);
            InputStream all = bytes.then(source);
            all.skipNBytes((64 << 10) + 1);
            assertThat(pool.step(0).share().free()).isEqualTo(pool.step(0).share().size());
            assertThat(all.readAllBytes()).hasSize(PART - (64 << 10) - 1);
        }
    }

    @Test
    void aTenantThatSendsNoMoreLeavesRoomForOthers() throws Exception {
        BufferPool pool = pool(64 << 20, Duration.ofMillis(20));
        List<PooledBytes> held = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            PooledBytes bytes = new PooledBytes(pool, new Holder("greedy", "link " + i), -1);
            held.add(bytes);
            InputStream source = new SequenceInputStream(new ByteArrayInputStream(CONTENT, 0, 600_000), new Silent());
            assertThatThrownBy(() -> bytes.fill(source, PART)).isInstanceOf(Exception.class);
        }
        try (PooledBytes other = bytes(pool, -1)) {
            other.fill(new ByteArrayInputStream(CONTENT), PART);
            assertThat(other.length()).isEqualTo(PART);
        }
        held.forEach(PooledBytes::close);
        assertThat(FreeShares.areWhole(pool.shares())).isTrue();
    }

    private static long taken(BufferPool pool) {
        return pool.shares().stream().mapToLong(share -> share.size() - share.free()).sum();
    }

    private static PooledBytes bytes(BufferPool pool, long declared) {
        return new PooledBytes(pool, new Holder("tenant", "link"), declared);
    }

    private static final class Silent extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("silent");
        }
    }

    private static long filled(BufferPool pool) throws Exception {
        try (PooledBytes bytes = bytes(pool, -1);
                InputStream content = new ByteArrayInputStream(CONTENT)) {
            bytes.fill(content, PART);
            return bytes.length();
        }
    }

    private static BufferPool pool(long size, Duration timeout) {
        return new BufferPool(new BufferConfig() {
            @Override
            public Optional<MemorySize> pool() {
                return Optional.of(new MemorySize(BigInteger.valueOf(size)));
            }

            @Override
            public Duration waitTimeout() {
                return timeout;
            }
        });
    }
}
