package dev.coffer.common.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantSharesTest {
    private final ThreadLocal<String> tenant = new ThreadLocal<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CountDownLatch end = new CountDownLatch(1);

    @Test
    void oneTenantHasSoManyAtATimeAndOthersGoOn() throws Exception {
        TenantShares shares = shares(Duration.ofMillis(1));
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<?> one = begun(threads, shares);
            Future<?> other = begun(threads, shares);
            tenant.set("acme");
            assertThatThrownBy(() -> shares.call(() -> 3)).isInstanceOfSatisfying(ServiceException.class, e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
                assertThat(e.details()).containsKey("retry_after");
            });
            assertThat(meters.counter("refused").count()).isOne();
            tenant.set("globex");
            assertThat(shares.call(() -> 4)).isEqualTo(4);
            tenant.remove();
            assertThat(shares.call(() -> 5)).isEqualTo(5);
            end.countDown();
            one.get();
            other.get();
            tenant.set("acme");
            assertThat(shares.call(() -> 6)).isEqualTo(6);
        }
    }

    @Test
    void whoWaitsIsServedWhenAnotherHasEnded() throws Exception {
        TenantShares shares = shares(Duration.ofMinutes(1));
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            begun(threads, shares);
            begun(threads, shares);
            Future<Integer> third = threads.submit(() -> {
                tenant.set("acme");
                return shares.call(() -> 3);
            });
            end.countDown();
            assertThat(third.get()).isEqualTo(3);
        }
    }

    @Test
    void whatFailsGivesItsShareBack() throws Exception {
        TenantShares shares = shares(Duration.ofMillis(1));
        tenant.set("acme");
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> shares.call(() -> {
                throw new IllegalStateException("no");
            })).hasMessage("no");
        }
        assertThat(shares.call(() -> 1)).isOne();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 0.91, 1, Double.NaN})
    void aShareThatLeavesNothingToOthersIsRefused(double share) {
        assertThatThrownBy(() -> TenantShares.most(config(share, 1), 24))
                .hasMessageContaining("coffer.database.tenant-share");
    }

    @Test
    void twoThirdsOfTheConnections() {
        assertThat(TenantShares.most(config(0.67, 1), 24)).isEqualTo(16);
        assertThat(TenantShares.most(config(0.1, 1), 2)).isEqualTo(1);
    }

    @Test
    void scansWaitForATurn() {
        assertThat(Scans.most(config(0.1, 3))).isEqualTo(3);
        assertThatThrownBy(() -> Scans.most(config(0.1, 0))).hasMessageContaining("coffer.database.tenant-scans");
    }

    private Future<?> begun(ExecutorService threads, TenantShares shares) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Future<?> transaction = threads.submit(() -> {
            tenant.set("acme");
            return shares.call(() -> {
                begun.countDown();
                end.await();
                return null;
            });
        });
        begun.await();
        return transaction;
    }

    private TenantShares shares(Duration timeout) {
        return new TenantShares(() -> Optional.ofNullable(tenant.get()), 2, timeout, meters.counter("refused"));
    }

    private static DatabaseConfig config(double share, int scans) {
        return new DatabaseConfig() {
            @Override
            public Duration statementTimeout() {
                return Duration.ofSeconds(15);
            }

            @Override
            public Duration lockTimeout() {
                return Duration.ofSeconds(10);
            }

            @Override
            public double tenantShare() {
                return share;
            }

            @Override
            public Duration waitTimeout() {
                return Duration.ofSeconds(3);
            }

            @Override
            public OptionalInt tenantScans() {
                return OptionalInt.of(scans);
            }

            @Override
            public Duration scanWaitTimeout() {
                return Duration.ofSeconds(10);
            }
        };
    }
}
