package dev.coffer.common.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.common.identity.Caller;
import dev.coffer.testing.ClaimsToken;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.json.Json;
import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The role of services is worth something in their own tokens only. */
class InternalRoleTest {
    private static final Map<String, Object> SERVICE =
            Map.of("azp", "asset-service", "aud", Set.of("coffer", "account"));

    private final InternalRole role = new InternalRole(CallerConfigs.of(Map.of()));

    @Test
    void aServiceKeepsIt() {
        assertThat(roles(SERVICE)).contains(Caller.INTERNAL);
        assertThat(roles(with("client_id", "asset-service"))).contains(Caller.INTERNAL);
        assertThat(roles(Map.of("client_id", "blob-service", "aud", Set.of("coffer")))).contains(Caller.INTERNAL);
    }

    @Test
    void anotherClientLosesIt() {
        for (Object client : List.of("coffer-cli", "Asset-Service", "asset-service ", "", 7, true,
                List.of("asset-service"),
                Json.createArrayBuilder().add("asset-service").build())) {
            assertThat(roles(with("azp", client))).as("%s", client).containsExactly("coffer-publisher");
            assertThat(roles(with("client_id", client))).as("%s", client).containsExactly("coffer-publisher");
        }
        assertThat(roles(Map.of("aud", Set.of("coffer")))).containsExactly("coffer-publisher");
    }

    @Test
    void aTokenForAnotherAudienceLosesIt() {
        assertThat(roles(with("aud", Set.of("account")))).containsExactly("coffer-publisher");
        assertThat(roles(Map.of("azp", "asset-service"))).containsExactly("coffer-publisher");
    }

    @Test
    void aPersonAtTheClientOfAServiceLosesIt() {
        assertThat(roles(with("sid", "a session"))).containsExactly("coffer-publisher");
        assertThat(roles(with("nonce", "n"))).containsExactly("coffer-publisher");
    }

    @Test
    void whatIsNoTokenLosesIt() {
        assertThat(augmented(role, new QuarkusPrincipal("asset-service")).getRoles())
                .containsExactly("coffer-publisher");
    }

    @Test
    void anOperatorNamesOtherClientsAndAudiences() {
        InternalRole own = new InternalRole(CallerConfigs.of(Map.of("coffer.caller.internal-clients", "11-22,33-44",
                "coffer.caller.client-claims", "appid", "coffer.caller.internal-audience", "api://coffer")));
        assertThat(augmented(own, new ClaimsToken(Map.of("appid", "33-44", "aud", Set.of("api://coffer")))).getRoles())
                .contains(Caller.INTERNAL);
        assertThat(augmented(own, new ClaimsToken(SERVICE)).getRoles()).containsExactly("coffer-publisher");
    }

    private Set<String> roles(Map<String, Object> claims) {
        return augmented(role, new ClaimsToken(claims)).getRoles();
    }

    private static SecurityIdentity augmented(InternalRole role, Principal principal) {
        return role.augment(QuarkusSecurityIdentity.builder()
                .setPrincipal(principal)
                .addRoles(Set.of(Caller.INTERNAL, Caller.PUBLISHER))
                .build(), null).await().indefinitely();
    }

    private static Map<String, Object> with(String name, Object value) {
        Map<String, Object> claims = new HashMap<>(SERVICE);
        claims.put(name, value);
        return claims;
    }
}
