package dev.coffer.rendering.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.common.error.ServiceException;
import dev.coffer.rendering.limit.ImageConfig;
import dev.coffer.rendering.limit.ImageErrorCode;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecodersTest {
    private final MeterRegistry metrics = new SimpleMeterRegistry();

    @Test
    void workIsDoneOnPlatformThreads() throws IOException {
        Decoders decoders = new Decoders(TestLimits.with(), metrics);
        boolean virtual = decoders.with("a", decoder -> decoder.run(() -> Thread.currentThread().isVirtual()));
        assertThat(virtual).isFalse();
    }

    @Test
    void afterTheDeadlineAStepIsInterruptedAndItsDecoderIsFree() throws IOException {
        Decoders decoders = new Decoders(TestLimits.with("deadline", "PT0.05S"), metrics);
        CountDownLatch interrupted = new CountDownLatch(1);
        assertThatThrownBy(() -> decoders.with("a", decoder -> decoder.run(() -> {
            try {
                return wait(new CountDownLatch(1));
            } finally {
                interrupted.countDown();
            }
        }))).isInstanceOfSatisfying(ServiceException.class, e -> {
            assertThat(e.code()).isEqualTo(ImageErrorCode.IMAGE_TOO_LARGE);
            assertThat(e).hasMessageContaining("takes longer than");
        });
        assertThat(interrupted.getCount()).isZero();
        assertThat(metrics.get("coffer.images.decoders.busy").gauge().value()).isZero();
        assertThat(metrics.get("coffer.images.refused").tag("reason", "deadline").counter().count()).isEqualTo(1);
    }

    private static long wait(CountDownLatch never) throws IOException {
        try {
            never.await();
            return 0;
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void allStepsOfAnImageShareOneDeadline() {
        Decoders decoders = new Decoders(TestLimits.with("deadline", "PT0.3S"), metrics);
        assertThatThrownBy(() -> decoders.with("a", decoder -> {
            for (int i = 0; i < 1000; i++) {
                decoder.run(() -> {
                    LockSupport.parkNanos(10_000_000);
                    return null;
                });
            }
            return null;
        })).isInstanceOf(ServiceException.class);
    }

    @Test
    void whatGoesWrongIsThrownAndTheDecoderIsFree() {
        Decoders decoders = new Decoders(TestLimits.with(), metrics);
        for (Exception wrong : new Exception[] {new IOException("x"), new IllegalStateException("x")}) {
            assertThatThrownBy(() -> decoders.with("a", decoder -> decoder.run(() -> {
                if (wrong instanceof IOException e) {
                    throw e;
                }
                throw (RuntimeException) wrong;
            }))).isSameAs(wrong);
        }
        assertThat(metrics.get("coffer.images.decoders.busy").gauge().value()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"2,2", "1,1", "4,4", "4,0", "0,1"})
    void sharesThatLetOneTenantHaveAllAreRefused(String decoders, String ofTenant) {
        ImageConfig config = TestLimits.with("decoders", decoders, "decoders-per-tenant", ofTenant);
        assertThatThrownBy(() -> DecoderShares.of(config)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("coffer.images.decoders-per-tenant");
    }

    @Test
    void byDefaultNoTenantHasAll() {
        DecoderShares shares = DecoderShares.of(TestLimits.with());
        assertThat(shares.ofTenant()).isPositive().isLessThan(shares.all());
        assertThat(DecoderShares.of(TestLimits.with("decoders", "5"))).isEqualTo(new DecoderShares(5, 2));
    }

    @Test
    void limitsThatLimitNothingAreRefusedByName() {
        for (String name : new String[] {"max-pixels", "max-edge", "max-blocks", "max-scans", "max-scan-pixels",
            "waiting"}) {
            assertThatThrownBy(() -> new ImageSetup().start(null, TestLimits.with(name, "0")))
                    .isInstanceOf(IllegalStateException.class).hasMessageContaining("coffer.images." + name);
        }
        assertThatThrownBy(() -> new ImageSetup().start(null, TestLimits.with("waiting-per-tenant", "512")))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("coffer.images.waiting-per-tenant");
        new ImageSetup().start(null, TestLimits.with());
    }
}
