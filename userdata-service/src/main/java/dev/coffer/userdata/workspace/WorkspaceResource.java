package dev.coffer.userdata.workspace;

import dev.coffer.common.caller.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The workspace of the request. */
@Path("/api/workspaces")
@Authenticated
@RunOnVirtualThread
@Tag(name = "workspace")
class WorkspaceResource {
    private final CurrentCaller caller;

    WorkspaceResource(CurrentCaller caller) {
        this.caller = caller;
    }

    /** The workspace of this request. */
    @GET
    @Path("current")
    @Operation(operationId = "getCurrentWorkspace", summary = "The workspace that a request like this one works in")
    @Parameter(name = CurrentCaller.WORKSPACE_HEADER, in = ParameterIn.HEADER,
            description = "A workspace of the caller; absent: the personal one, or the one of the API key.",
            schema = @Schema(implementation = String.class))
    @APIResponse(responseCode = "200", description = "The workspace.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = WorkspaceView.class)))
    public WorkspaceView current() {
        return WorkspaceView.of(caller.workspace(), caller.get());
    }
}
