package dev.coffer.common.caller;

import java.util.Set;

/**
 * What userdata-service tells another service about a valid API key or browser session.
 *
 * @param tenant the organisation of the creator
 * @param subject the creator
 * @param roles scopes of the key; none for a session
 * @param owner owner key of the workspace that it is bound to
 */
public record VerifiedKey(String tenant, String subject, Set<String> roles, String owner) {

    /** The caller that it speaks for: one workspace, no CDF project. */
    public Caller caller() {
        return new Caller(tenant, subject, Caller.Kind.USER, Set.copyOf(roles), Set.of(), Set.of(), owner);
    }
}
