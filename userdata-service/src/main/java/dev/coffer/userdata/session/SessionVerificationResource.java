package dev.coffer.userdata.session;

import dev.coffer.common.bodies.RequestBody;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.userdataclient.VerifiedKey;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Verifies browser sessions for other services; never routed from outside. */
@Path("/internal/sessions/verify")
@RolesAllowed(Caller.INTERNAL)
@RunOnVirtualThread
class SessionVerificationResource {
    private final SessionService sessions;
    private final RequestBody body;

    SessionVerificationResource(SessionService sessions, RequestBody body) {
        this.sessions = sessions;
        this.body = body;
    }

    @POST
    @Operation(hidden = true)
    public VerifiedKey verify() {
        String token = body.json(VerifySessionRequest.class).token();
        if (token == null) {
            throw ServiceException.invalidBody("token", "is missing");
        }
        return sessions.find(token)
                .orElseThrow(() -> new ServiceException(ErrorCode.NOT_FOUND, "The session is unknown or has ended."));
    }

    private record VerifySessionRequest(@Nullable String token) {}
}
