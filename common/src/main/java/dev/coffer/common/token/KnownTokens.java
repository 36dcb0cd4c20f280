package dev.coffer.common.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.coffer.common.filter.FilterPriorities;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for a short while what a token says that was verified: services call each other with the same token for
 * minutes, and clients do. Only who it is about is remembered. What that caller may do is asked in each request.
 */
@ApplicationScoped
class KnownTokens implements HttpAuthenticationMechanism, SecurityIdentityAugmentor {
    private static final String BEARER = "Bearer ";
    /** Characters of all tokens that are remembered; what they say takes several times as much. */
    private static final long CAPACITY = 1 << 20;
    /** Behind all others, which may still take something away. */
    private static final int LAST = -1_000;

    private final CallerConfig config;
    private final Clock clock;
    private final Cache<String, Known> tokens = Caffeine.newBuilder()
            .maximumWeight(CAPACITY)
            .<String, Known>weigher((token, known) -> token.length())
            .build();

    KnownTokens(CallerConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    private record Known(SecurityIdentity identity, Instant until) {}

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        return Uni.createFrom().item(find(request.request().getHeader(HttpHeaders.AUTHORIZATION)));
    }

    /** Whose token this is, if that is known; another mechanism is asked otherwise. */
    @Nullable
    SecurityIdentity find(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(BEARER)) {
            return null;
        }
        Known known = tokens.getIfPresent(authorization.substring(BEARER.length()));
        return known == null || !clock.instant().isBefore(known.until) ? null : known.identity;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        AccessTokenCredential credential = identity.getCredential(AccessTokenCredential.class);
        if (credential != null && identity.getPrincipal() instanceof JsonWebToken token
                && !config.knownFor().isZero()) {
            Instant end = Instant.ofEpochSecond(token.getExpirationTime());
            Instant until = clock.instant().plus(config.knownFor());
            tokens.put(credential.getToken(), new Known(identity, end.isBefore(until) ? end : until));
        }
        return Uni.createFrom().item(identity);
    }

    /** Of all tokens that are remembered. */
    long characters() {
        tokens.cleanUp();
        return tokens.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }

    @Override
    public int priority() {
        return LAST;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenAuthenticationRequest.class);
    }

    @Override
    public int getPriority() {
        return FilterPriorities.KNOWN_TOKEN;
    }
}
