package dev.coffer.common.userdataclient;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.common.credential.SessionPaths;
import dev.coffer.common.credential.SessionVerifier;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.token.InternalToken;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/**
 * Verifies browser sessions by asking userdata-service, in services that verify API keys in the same way, on the paths
 * of their {@link SessionPaths}.
 */
@ApplicationScoped
@IfBuildProperty(name = "coffer.api-keys", stringValue = "remote")
class RemoteSessions implements SessionVerifier {
    private final RemoteCredentials sessions;

    RemoteSessions(RemoteCredentialsConfig config, InternalToken token, ObjectMapper json, Clock clock) {
        this.sessions = new RemoteCredentials("/internal/sessions/verify", "token", config, token::bearer, json, clock);
    }

    @Override
    public Optional<Caller> verify(String token) {
        return token.startsWith(PREFIX) ? sessions.verify(token) : Optional.empty();
    }
}
