package dev.coffer.common.credential;

import io.quarkus.security.credential.TokenCredential;

/** A session token as it came in the cookie of a request. */
final class SessionCredential extends TokenCredential {
    SessionCredential(String token) {
        super(token, "session");
    }
}
