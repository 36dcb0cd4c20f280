package dev.coffer.common.caller;

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

/** Turns a verified API key into an identity that carries its {@link Caller}. */
@ApplicationScoped
class ApiKeyIdentityProvider implements IdentityProvider<TokenAuthenticationRequest> {
    static final String CALLER = "coffer.caller";

    private final Instance<ApiKeyVerifier> verifier;

    ApiKeyIdentityProvider(Instance<ApiKeyVerifier> verifier) {
        this.verifier = verifier;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        if (request.getToken() instanceof ApiKeyCredential credential) {
            return context.runBlocking(() -> identity(credential.getToken()));
        }
        return Uni.createFrom().nullItem();
    }

    private SecurityIdentity identity(String key) {
        Caller caller = verifier.get()
                .verify(key)
                .orElseThrow(() -> new AuthenticationFailedException("The API key is unknown, revoked or expired."));
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(caller.subject()))
                .addRoles(caller.roles())
                .addAttribute(CALLER, caller)
                .build();
    }
}
