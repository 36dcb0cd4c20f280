package dev.coffer.common.credential;

import dev.coffer.common.credential.ApiKeyMechanism.ApiKeyCredential;
import dev.coffer.common.credential.SessionMechanism.SessionCredential;
import dev.coffer.common.identity.Caller;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;

/** Turns a verified API key, or a verified session, into an identity that carries its {@link Caller}. */
@ApplicationScoped
public class CredentialIdentityProvider implements IdentityProvider<TokenAuthenticationRequest> {
    public static final String CALLER = "coffer.caller";

    private final Instance<ApiKeyVerifier> keys;
    private final Instance<SessionVerifier> sessions;

    CredentialIdentityProvider(Instance<ApiKeyVerifier> keys, Instance<SessionVerifier> sessions) {
        this.keys = keys;
        this.sessions = sessions;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        return switch (request.getToken()) {
            case ApiKeyCredential key -> context.runBlocking(() -> identity(
                    keys.get().verify(key.getToken()), "The API key is unknown, revoked or expired."));
            case SessionCredential session -> context.runBlocking(() -> identity(
                    sessions.get().verify(session.getToken()), "The session is unknown or has ended."));
            default -> Uni.createFrom().nullItem();
        };
    }

    private static SecurityIdentity identity(Optional<Caller> verified, String refusal) {
        Caller caller = verified.orElseThrow(() -> new AuthenticationFailedException(refusal));
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(caller.subject()))
                .addRoles(caller.roles())
                .addAttribute(CALLER, caller)
                .build();
    }
}
