package dev.coffer.userdata.server;

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

/**
 * Tells the front end that the server keeps its data (comfy.md section 5.8). A list of users would make it show a user
 * picker.
 */
@Path("/api/users")
@Authenticated
@RunOnVirtualThread
@Tag(name = "server")
class UsersResource {
    /** The same for everybody who has logged in. */
    @GET
    @Operation(operationId = "getUsers", summary = "Where user data is kept")
    @APIResponse(responseCode = "200", description = "Always on the server.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = StorageView.class)))
    public StorageView get() {
        return new StorageView("server", true);
    }

    /**
     * Where user data is kept.
     *
     * @param storage always {@code server}
     * @param migrated always true: otherwise old front ends upload data from the browser
     */
    @Schema(name = "UserStorage")
    record StorageView(String storage, boolean migrated) {}
}
