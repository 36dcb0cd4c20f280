package dev.coffer.common.credential;

import dev.coffer.common.identity.Caller;
import java.util.Optional;

/**
 * Verifies API keys. userdata-service looks them up in its own table, asset-service asks userdata-service; a service
 * without such a bean accepts no API keys.
 */
public interface ApiKeyVerifier {
    /** What every key starts with: {@code cfr_<id>_<secret>}. */
    String PREFIX = "cfr_";

    /** The caller that the key represents; empty for an unknown, revoked or expired key. */
    Optional<Caller> verify(String key);
}
