package dev.coffer.userdata.key;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A key as its creator sees it later: never the secret.
 *
 * @param id names the key
 * @param name what the creator called it
 * @param workspace the one workspace in which it can be used
 * @param scopes roles of the creator that the key has
 * @param createdAt when it was made
 * @param expiresAt from when on it is refused; absent: never
 * @param lastUsedAt to the minute; absent: not yet
 */
@Schema(name = "ApiKey")
record KeyView(
        UUID id,
        String name,
        String workspace,
        List<String> scopes,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("expires_at") @Nullable Instant expiresAt,
        @JsonProperty("last_used_at") @Nullable Instant lastUsedAt) {

    static KeyView of(ApiKey key, @Nullable Instant end) {
        return new KeyView(key.id(), key.name, key.workspace().name(), List.of(key.roles()), key.createdAt(),
                end, key.lastUsedAt);
    }
}
