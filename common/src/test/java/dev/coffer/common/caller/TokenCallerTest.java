package dev.coffer.common.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.json.Json;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

class TokenCallerTest {
    private final TokenCaller tokens = new TokenCaller(new SmallRyeConfigBuilder()
            .withMapping(CallerConfig.class)
            .build()
            .getConfigMapping(CallerConfig.class));

    @Test
    void theClaimsSayWhoCalls() {
        Caller caller = caller(Map.of(
                "sub", "ann", "tenant", "acme", "workspaces", Json.createArrayBuilder().add("studio").build()));
        assertThat(caller.home()).isEqualTo(Owner.user("acme", "ann"));
        assertThat(caller.workspaces()).containsExactly("studio");
        assertThat(caller.projects()).isEmpty();
    }

    @Test
    void withoutATenantClaimThereIsOneTenant() {
        assertThat(caller(Map.of("sub", "ann")).tenant()).isEqualTo("default");
    }

    @Test
    void aTenantThatCannotBeReadIsNotTheDefaultOne() {
        for (Object claim : new Object[] {Json.createArrayBuilder().add("acme").build(), Json.createValue(7), " "}) {
            assertThatThrownBy(() -> caller(Map.of("sub", "ann", "tenant", claim)))
                    .isInstanceOf(UnauthorizedException.class);
        }
    }

    @Test
    void aTokenOfNobodyIsRefused() {
        assertThatThrownBy(() -> caller(Map.of("tenant", "acme"))).isInstanceOf(UnauthorizedException.class);
    }

    private Caller caller(Map<String, Object> claims) {
        return tokens.of(QuarkusSecurityIdentity.builder()
                .setPrincipal(new Token(claims))
                .addRoles(Set.of())
                .build());
    }

    private record Token(Map<String, Object> claims) implements JsonWebToken {
        @Override
        public String getName() {
            return "token";
        }

        @Override
        public Set<String> getClaimNames() {
            return claims.keySet();
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T getClaim(String name) {
            return (T) claims.get(name);
        }
    }
}
