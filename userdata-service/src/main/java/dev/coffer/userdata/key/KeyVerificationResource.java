package dev.coffer.userdata.key;

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

/** Verifies API keys for other services; never routed from outside. */
@Path("/internal/keys/verify")
@RolesAllowed(Caller.INTERNAL)
@RunOnVirtualThread
class KeyVerificationResource {
    private final ApiKeyService keys;
    private final RequestBody body;

    KeyVerificationResource(ApiKeyService keys, RequestBody body) {
        this.keys = keys;
        this.body = body;
    }

    @POST
    @Operation(hidden = true)
    public VerifiedKey verify() {
        String key = body.json(VerifyKeyRequest.class).key();
        if (key == null) {
            throw ServiceException.invalidBody("key", "is missing");
        }
        return keys.find(key)
                .orElseThrow(() -> new ServiceException(ErrorCode.NOT_FOUND, "The API key is unknown or expired."));
    }

    private record VerifyKeyRequest(@Nullable String key) {}
}
