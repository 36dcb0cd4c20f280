package dev.coffer.common.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.identity.Owner;
import dev.coffer.testing.ClaimsToken;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenCallerTest {
    private final TokenCaller tokens = new TokenCaller(CallerConfigs.of(Map.of()));

    @Test
    void theClaimsSayWhoCalls() {
        Caller caller = caller(Map.of(
                "sub", "ann", "tenant", "acme", "workspaces", Json.createArrayBuilder().add("studio").build()));
        assertThat(caller.home()).isEqualTo(Owner.user("acme", "ann"));
        assertThat(caller.workspaces()).containsExactly("studio");
        assertThat(caller.projects()).isEmpty();
    }

    @Test
    void aTokenWithoutATenantIsRefusedInWords() {
        assertForbidden(Map.of("sub", "ann"), "no claim tenant");
    }

    @Test
    void aDefaultTenantIsForTokensWithoutOneAlone() {
        TokenCaller lenient = new TokenCaller(CallerConfigs.of(Map.of("coffer.caller.default-tenant", "all")));
        assertThat(caller(lenient, Map.of("sub", "ann")).tenant()).isEqualTo("all");
        assertThat(caller(lenient, Map.of("sub", "ann", "tenant", "acme")).tenant()).isEqualTo("acme");
        assertThatThrownBy(() -> caller(lenient, Map.of("sub", "ann", "tenant", " ")))
                .isInstanceOf(ServiceException.class);
    }

    @Test
    void anEmptyDefaultTenantIsNone() {
        TokenCaller strict = new TokenCaller(CallerConfigs.of(Map.of("coffer.caller.default-tenant", "")));
        assertThatThrownBy(() -> caller(strict, Map.of("sub", "ann"))).isInstanceOf(ServiceException.class);
    }

    @Test
    void aTenantThatCannotBeReadIsNotTheDefaultOne() {
        for (Object claim : new Object[] {
            Json.createArrayBuilder().add("acme").build(), Json.createValue(7), 7L, " ", "", "a\u0000", "a\nb",
            "x".repeat(256), Json.createObjectBuilder().add("acme", true).build(), List.of("acme"), true
        }) {
            assertForbidden(Map.of("sub", "ann", "tenant", claim), "claim tenant that names no tenant");
        }
    }

    @Test
    void oddWorkspacesAndProjectsAreNone() {
        Caller caller = caller(Map.of("sub", "ann", "tenant", "acme",
                "workspaces", Json.createArrayBuilder().add(7).addNull().add("").add(true).add("studio")
                        .add(Json.createArrayBuilder().add("lab")).add("a\nb").build(),
                "projects", Json.createObjectBuilder().add("plant", true).build()));
        assertThat(caller.workspaces()).containsExactly("studio");
        assertThat(caller.projects()).isEmpty();
        assertThat(caller(Map.of("sub", "ann", "tenant", "acme", "workspaces", "studio")).workspaces())
                .containsExactly("studio");
    }

    @Test
    void aTokenWithoutASubjectIsRefused() {
        assertThatThrownBy(() -> caller(Map.of("tenant", "acme"))).isInstanceOf(UnauthorizedException.class);
    }

    private void assertForbidden(Map<String, Object> claims, String words) {
        assertThatThrownBy(() -> caller(claims))
                .hasMessageContaining(words)
                .isInstanceOfSatisfying(ServiceException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.FORBIDDEN));
    }

    private Caller caller(Map<String, Object> claims) {
        return caller(tokens, claims);
    }

    private static Caller caller(TokenCaller tokens, Map<String, Object> claims) {
        return tokens.of(QuarkusSecurityIdentity.builder()
                .setPrincipal(new ClaimsToken(claims))
                .addRoles(Set.of())
                .build());
    }
}
