package dev.coffer.userdata.key;

import dev.coffer.common.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Makes API keys for tests of other packages. */
@ApplicationScoped
public class Keys {
    private final ApiKeyService keys;

    Keys(ApiKeyService keys) {
        this.keys = keys;
    }

    /** A key of this person's home workspace. */
    public String create(Caller creator, Instant expiresAt) {
        return keys.create(creator, Optional.empty(), creator.home(), new NewKey("test", creator.roles(), expiresAt))
                .key();
    }

    /** The id inside of a key. */
    public static String id(String key) {
        return key.substring(4, 40);
    }
}
