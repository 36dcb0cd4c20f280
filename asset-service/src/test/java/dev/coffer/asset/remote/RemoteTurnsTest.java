package dev.coffer.asset.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import org.junit.jupiter.api.Test;

class RemoteTurnsTest {
    private final RemoteTurns turns = turns("requests", "2", "requests-per-tenant", "1", "waiting-timeout", "PT0S");

    @Test
    void whatOneTenantFetchesLeavesRoomForAnother() {
        String both = turns.with("a", () -> {
            assertThatThrownBy(() -> turns.with("a", () -> "a second one")).isInstanceOfSatisfying(
                    ServiceException.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.UNAVAILABLE));
            return turns.with("b", () -> "done");
        });
        assertThat(both).isEqualTo("done");
    }

    @Test
    void whatFailsGivesItsTurnBack() {
        assertThatThrownBy(() -> turns.with("a", () -> {
            throw new IllegalStateException("the source is gone");
        })).isInstanceOf(IllegalStateException.class);
        assertThat(turns.<String>with("a", () -> "done")).isEqualTo("done");
    }

    @Test
    void oneTenantMayNotHaveAll() {
        assertThatThrownBy(() -> turns("requests", "5", "requests-per-tenant", "5"))
                .hasMessageContaining("coffer.assets.remote.requests-per-tenant");
        assertThatThrownBy(() -> turns("waiting", "5", "waiting-per-tenant", "6"))
                .hasMessageContaining("coffer.assets.remote.waiting-per-tenant");
    }

    private static RemoteTurns turns(String... namesAndValues) {
        return new RemoteTurns(RemoteConfigs.of(namesAndValues));
    }
}
