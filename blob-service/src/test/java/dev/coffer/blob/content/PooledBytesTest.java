package dev.coffer.blob.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.common.error.ServiceException;
import io.quarkus.runtime.configuration.MemorySize;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

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
        assertThat(pool.isWhole()).isTrue();
    }

    @Test
    void whoWaitsInVainIsToldSo() throws Exception {
        BufferPool pool = pool(11 << 20, Duration.ofMillis(50));
        try (PooledBytes first = new PooledBytes(pool); PooledBytes second = new PooledBytes(pool)) {
            first.fill(new ByteArrayInputStream(CONTENT), PART);
            assertThatThrownBy(() -> second.fill(new ByteArrayInputStream(CONTENT), PART))
                    .isInstanceOf(ServiceException.class);
        }
        assertThat(pool.isWhole()).isTrue();
    }

    private static long filled(BufferPool pool) throws Exception {
        try (PooledBytes bytes = new PooledBytes(pool); InputStream content = new ByteArrayInputStream(CONTENT)) {
            bytes.fill(content, PART);
            return bytes.length();
        }
    }

    private static BufferPool pool(long size, Duration patience) {
        return new BufferPool(new BufferConfig() {
            @Override
            public Optional<MemorySize> pool() {
                return Optional.of(new MemorySize(BigInteger.valueOf(size)));
            }

            @Override
            public Duration patience() {
                return patience;
            }
        });
    }
}
