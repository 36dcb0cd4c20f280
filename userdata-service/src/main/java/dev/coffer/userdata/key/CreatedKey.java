package dev.coffer.userdata.key;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.coffer.userdata.credential.Secret;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key that was just made.
 *
 * @param id names the key
 * @param key what to send as X-API-Key or Bearer; shown this once
 * @param name what the creator called it
 * @param workspace the one workspace in which it can be used
 * @param scopes roles of the creator that the key has
 * @param createdAt when it was made
 * @param expiresAt from when on it is refused; absent: never
 */
record CreatedKey(
        UUID id,
        String key,
        String name,
        String workspace,
        List<String> scopes,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("expires_at") @Nullable Instant expiresAt) {

    static CreatedKey of(ApiKey key, Secret secret) {
        return new CreatedKey(
                key.id(), secret.text(), key.name, key.workspace().name(), List.of(key.roles()), key.createdAt(),
                key.expiresAt());
    }
}
