package dev.coffer.common.userdataclient;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.common.credential.ApiKeyVerifier;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.token.InternalToken;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/**
 * Verifies API keys by asking userdata-service. A service uses it if its application.properties contain
 * {@code coffer.api-keys=remote}.
 */
@ApplicationScoped
@IfBuildProperty(name = "coffer.api-keys", stringValue = "remote")
class RemoteApiKeys implements ApiKeyVerifier {
    private final RemoteCredentials keys;

    RemoteApiKeys(RemoteCredentialsConfig config, InternalToken token, ObjectMapper json, Clock clock) {
        this.keys = new RemoteCredentials("/internal/keys/verify", "key", config, token::bearer, json, clock);
    }

    @Override
    public Optional<Caller> verify(String key) {
        return key.startsWith(PREFIX) ? keys.verify(key) : Optional.empty();
    }
}
