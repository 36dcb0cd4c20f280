package dev.coffer.userdata.key;

import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The validated properties of a new key.
 *
 * @param name what it is for
 * @param scopes its roles
 * @param expiresAt from when on it is refused, if ever
 */
record NewKey(String name, Collection<String> scopes, @Nullable Instant expiresAt) {}
