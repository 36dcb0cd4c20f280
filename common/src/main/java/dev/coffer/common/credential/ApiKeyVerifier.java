package dev.coffer.common.credential;

import dev.coffer.common.identity.Caller;
import java.util.Optional;

/**
 * Says whose an API key is. userdata-service asks its own table, asset-service asks userdata-service; a
 * service without such a bean takes no API keys.
 */
public interface ApiKeyVerifier {
    /** What every key starts with: {@code cfr_<id>_<secret>}. */
    String PREFIX = "cfr_";

    /** The caller that the key speaks for; empty for an unknown, revoked or expired key. */
    Optional<Caller> verify(String key);
}
