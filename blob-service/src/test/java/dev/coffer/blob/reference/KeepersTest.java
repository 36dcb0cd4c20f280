package dev.coffer.blob.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.token.CallerConfig;
import dev.coffer.testing.ClaimsToken;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeepersTest {
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @ParameterizedTest
    @CsvSource({
        "files-service, project:p, true", "files-service, user:u, false", "files-service, workspace:w, false",
        "files-service, public, false", "asset-service, project:p, false", "asset-service, user:u, true",
        "asset-service, public, true", "userdata-service, workspace:w, true", "userdata-service, project:p, false",
        "blob-service, project:p, false", "blob-service, user:u, false", "somebody, user:u, false",
        "files-service, '', false", "files-service, projects:p, false"
    })
    void eachServiceIsLetAtWhatItKeeps(String client, String owner, boolean admitted) {
        assertThat(isAdmitted(Map.of("azp", client), owner)).isEqualTo(admitted);
        assertThat(isAdmitted(Map.of("client_id", client), owner)).isEqualTo(admitted);
        assertThat(metrics.counter(OwnershipChecks.METRIC, "what", "client").count()).isEqualTo(admitted ? 0 : 2);
    }

    @Test
    void whoDoesNotSayWhichClientItIsKeepsNothing() {
        assertThat(isAdmitted(Map.of(), "project:p")).isFalse();
        assertThat(isAdmitted(Map.of("azp", "somebody", "client_id", "files-service"), "project:p")).isFalse();
        assertThat(isAdmitted(Map.of("azp", "files-service", "client_id", "asset-service"), "project:p")).isFalse();
    }

    private boolean isAdmitted(Map<String, Object> claims, String owner) {
        Keepers keepers = keepers(claims, Set.of("files-service"));
        Owner asked = new Owner("acme", owner);
        try {
            assertThat(keepers.admit(asked)).isEqualTo(asked);
            return true;
        } catch (ServiceException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.FORBIDDEN);
            return false;
        }
    }

    @Test
    void aKeeperThatIsNoServiceIsRefusedAtStartUp() {
        keepers(Map.of(), Set.of("files-service")).onStart(null);
        assertThatThrownBy(() -> keepers(Map.of(), Set.of("files-service", "other")).onStart(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("coffer.keepers.projects").hasMessageEndingWith(": other");
    }

    private Keepers keepers(Map<String, Object> claims, Set<String> projects) {
        CallerConfig callers = new SmallRyeConfigBuilder().addDiscoveredConverters().withMapping(CallerConfig.class)
                .build().getConfigMapping(CallerConfig.class);
        return new Keepers(QuarkusSecurityIdentity.builder().setPrincipal(new ClaimsToken(claims)).build(),
                new Kept(projects, Set.of("asset-service", "userdata-service")), callers, metrics);
    }

    private record Kept(Set<String> projects, Set<String> workspaces) implements KeeperConfig {}
}
