package dev.coffer.common.userdataclient;

import dev.coffer.common.identity.Caller;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What userdata-service tells another service about a valid API key or browser session.
 *
 * @param tenant the organisation of the creator
 * @param subject the creator
 * @param roles scopes of the key; none for a session
 * @param owner owner key of the workspace that it is bound to
 * @param expiresAt from when on it is refused, if ever
 */
public record VerifiedKey(
        String tenant, String subject, Set<String> roles, String owner, @Nullable Instant expiresAt) {

    /** Whether it has not expired by then, however long the answer is remembered. */
    boolean isGoodAt(Instant time) {
        return expiresAt == null || time.isBefore(expiresAt);
    }

    /** The caller that it speaks for: one workspace, no CDF project. */
    public Caller caller() {
        return new Caller(tenant, subject, Caller.Kind.USER, Set.copyOf(roles), Set.of(), Set.of(), owner);
    }
}
