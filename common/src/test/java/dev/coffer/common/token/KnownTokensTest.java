package dev.coffer.common.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.testing.ClaimsToken;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownTokensTest {
    private static final Instant START = Instant.parse("2026-11-30T12:00:00Z");

    private Instant now = START;
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final KnownTokens tokens = new KnownTokens(CallerConfigs.of(Map.of()), clock);

    @Test
    void aTokenThatWasVerifiedIsKnown() {
        SecurityIdentity identity = verified(tokens, "a.b.c", Duration.ofMinutes(5));
        assertThat(tokens.find("Bearer a.b.c")).isSameAs(identity);
    }

    @Test
    void whatIsNotQuiteThatTokenIsNotKnown() {
        verified(tokens, "a.b.c", Duration.ofMinutes(5));
        assertThat(tokens.find(null)).isNull();
        for (String other : new String[] {"Bearer a.b.d", "Bearer a.b.c ", "Bearer  a.b.c", "a.b.c", "Basic a.b.c",
            "Bearer "}) {
            assertThat(tokens.find(other)).as(other).isNull();
        }
    }

    @Test
    void itIsKnownForAWhileOnly() {
        verified(tokens, "a.b.c", Duration.ofMinutes(5));
        now = START.plusSeconds(59);
        assertThat(tokens.find("Bearer a.b.c")).isNotNull();
        now = START.plusSeconds(60);
        assertThat(tokens.find("Bearer a.b.c")).isNull();
    }

    @Test
    void anExpiredTokenIsNotKnown() {
        verified(tokens, "a.b.c", Duration.ofSeconds(10));
        now = START.plusSeconds(10);
        assertThat(tokens.find("Bearer a.b.c")).isNull();
    }

    @Test
    void anOperatorMayHaveEachRequestVerified() {
        KnownTokens none = new KnownTokens(CallerConfigs.of(Map.of("coffer.caller.known-for", "0s")), clock);
        verified(none, "a.b.c", Duration.ofMinutes(5));
        assertThat(none.find("Bearer a.b.c")).isNull();
    }

    @Test
    void tokensTakeNoMoreThanTheirRoom() {
        String text = "x".repeat(30_000);
        for (int i = 0; i < 1_000; i++) {
            verified(tokens, i + text, Duration.ofMinutes(5));
        }
        assertThat(tokens.characters()).isLessThanOrEqualTo(1 << 20);
    }

    private static SecurityIdentity verified(KnownTokens tokens, String text, Duration life) {
        return tokens.augment(QuarkusSecurityIdentity.builder()
                .setPrincipal(new ClaimsToken(Map.of("exp", START.plus(life).getEpochSecond())))
                .addCredential(new AccessTokenCredential(text))
                .build(), null).await().indefinitely();
    }
}
