package dev.coffer.userdata.server;

import dev.coffer.common.caller.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who the caller is (comfy.md section 5.8). */
@Path("/api/user")
@Authenticated
@RunOnVirtualThread
@Tag(name = "server")
class UserResource {
    private final CurrentCaller caller;

    UserResource(CurrentCaller caller) {
        this.caller = caller;
    }

    /** The caller, as the token or the key says. */
    @GET
    @Operation(operationId = "getUser", summary = "Who you are")
    @APIResponse(responseCode = "200", description = "You.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = UserView.class)))
    public UserView get() {
        return new UserView(caller.get().subject(), "active");
    }

    /**
     * The caller.
     *
     * @param id the subject
     * @param status always {@code active}
     */
    @Schema(name = "User")
    record UserView(String id, String status) {}
}
