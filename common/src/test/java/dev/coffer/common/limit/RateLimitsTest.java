package dev.coffer.common.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private static final String ACME = "acme";

    @Test
    void aKeyThatSendsTooManyIsToldWhenToComeBack() {
        RateLimits limits = limits(0, 1);
        admit(limits, ACME, "ann", 10);
        assertThatThrownBy(() -> limits.admit(ACME, "ann")).isInstanceOfSatisfying(ServiceException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
            assertThat((long) e.details().get("retry_after")).isBetween(1L, 2L);
        });
        assertThatCode(() -> limits.admit(ACME, "another key")).doesNotThrowAnyException();
        assertThatCode(() -> limits.admit("globex", "ann")).doesNotThrowAnyException();
    }

    @Test
    void theKeysOfATenantShareItsLimit() {
        RateLimits limits = limits(2, 1);
        admit(limits, ACME, "one", 10);
        admit(limits, ACME, "two", 10);
        assertThatThrownBy(() -> limits.admit(ACME, "three")).isInstanceOf(ServiceException.class);
        admit(limits, "globex", "three", 10);
    }

    @Test
    void theLinksOfATenantLeaveItsOwnLimitAlone() {
        RateLimits limits = limits(1, 1);
        for (int i = 0; i < 10; i++) {
            limits.admitLink(ACME, "link");
        }
        assertThatThrownBy(() -> limits.admitLink(ACME, "link")).isInstanceOf(ServiceException.class);
        assertThatThrownBy(() -> limits.admitLink(ACME, "another link")).isInstanceOf(ServiceException.class);
        admit(limits, ACME, "ann", 10);
    }

    @Test
    void zeroIsNoLimit() {
        admit(limits(0, 0), ACME, "ann", 1000);
    }

    private static void admit(RateLimits limits, String tenant, String key, int times) {
        for (int i = 0; i < times; i++) {
            limits.admit(tenant, key);
        }
    }

    private static RateLimits limits(long perTenant, long perKey) {
        return new RateLimits(new RateLimitConfig() {
            @Override
            public long perTenant() {
                return perTenant;
            }

            @Override
            public long perKey() {
                return perKey;
            }

            @Override
            public Duration burst() {
                return Duration.ofSeconds(10);
            }
        });
    }
}
