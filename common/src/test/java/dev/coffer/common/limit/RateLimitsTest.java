package dev.coffer.common.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Caller;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private static final Caller ANN = caller("acme", Caller.Kind.USER);

    @Test
    void aKeyThatSendsTooManyIsToldWhenToComeBack() {
        RateLimits limits = limits(0, 1);
        admit(limits, ANN, "ann", 10);
        assertThatThrownBy(() -> limits.admit(ANN, "ann")).isInstanceOfSatisfying(ServiceException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
            assertThat((long) e.details().get("retry_after")).isBetween(1L, 2L);
        });
        assertThatCode(() -> limits.admit(ANN, "another key")).doesNotThrowAnyException();
        assertThatCode(() -> limits.admit(caller("globex", Caller.Kind.USER), "ann")).doesNotThrowAnyException();
    }

    @Test
    void theKeysOfATenantShareItsLimit() {
        RateLimits limits = limits(2, 1);
        admit(limits, ANN, "one", 10);
        admit(limits, ANN, "two", 10);
        assertThatThrownBy(() -> limits.admit(ANN, "three")).isInstanceOf(ServiceException.class);
        admit(limits, caller("globex", Caller.Kind.USER), "three", 10);
    }

    @Test
    void zeroIsNoLimitAndServicesHaveNone() {
        admit(limits(0, 0), ANN, "ann", 1000);
        admit(limits(1, 1), caller("acme", Caller.Kind.SERVICE), "service", 1000);
    }

    private static void admit(RateLimits limits, Caller caller, String key, int times) {
        for (int i = 0; i < times; i++) {
            limits.admit(caller, key);
        }
    }

    private static Caller caller(String tenant, Caller.Kind kind) {
        return new Caller(tenant, "ann", kind, Set.of(), Set.of(), Set.of(), null);
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
