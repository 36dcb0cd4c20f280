package dev.coffer.common.credential;

import dev.coffer.common.identity.Caller;
import java.util.Optional;

/**
 * Verifies browser sessions, which come in a cookie. A service without such a bean accepts no sessions; one with it
 * accepts them only on its {@link SessionPaths}.
 */
public interface SessionVerifier {
    /** The cookie that userdata-service sets: {@code POST /api/auth/session} (comfy.md section 0.3). */
    String COOKIE = "session";
    /** What every session token starts with: {@code cfs_<id>_<secret>}. */
    String PREFIX = "cfs_";

    /** The caller of the session, bound to the workspace it was made for; empty if it is unknown, ended or expired. */
    Optional<Caller> verify(String token);
}
