package dev.coffer.blob.upload;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.blob.buffer.BufferConfig;
import dev.coffer.blob.buffer.BufferPools;
import dev.coffer.blob.hashing.HashConfig;
import dev.coffer.blob.ingest.UploadConfig;
import dev.coffer.blob.pending.SweepConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadGuardTest {
    @Test
    void theDefaultsAreGood() {
        assertThatCode(() -> start("coffer.buffers.pool", "64M")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "coffer.upload.small-size, 5M, 5119K",
        "coffer.upload.small-size, 40M, 4M",
        "coffer.buffers.pool, 22M, 21M",
        "coffer.upload.parts-in-flight, 1, 0",
        "coffer.hash.workers, 1, 0",
        "coffer.upload.lease, 90s, 89s",
        "coffer.hash.lease, 90s, 30s"
    })
    void whatWouldFailUploadsIsRefusedByName(String setting, String good, String bad) {
        assertThatCode(() -> start(setting, good)).doesNotThrowAnyException();
        assertThatThrownBy(() -> start(setting, bad))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(setting + " must be ");
    }

    private static void start(String setting, String value) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withMapping(UploadConfig.class)
                .withMapping(SweepConfig.class)
                .withMapping(HashConfig.class)
                .withMapping(BufferConfig.class)
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withConverter(Duration.class, 100, new DurationConverter())
                .withDefaultValue("coffer.buffers.pool", "64M")
                .withDefaultValue(setting, value)
                .build();
        new UploadGuard(
                config.getConfigMapping(UploadConfig.class),
                config.getConfigMapping(SweepConfig.class),
                config.getConfigMapping(HashConfig.class),
                BufferPools.of(config.getConfigMapping(BufferConfig.class)))
                .onStart(null);
    }
}
