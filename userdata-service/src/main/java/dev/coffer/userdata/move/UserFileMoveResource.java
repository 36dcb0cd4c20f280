package dev.coffer.userdata.move;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.coffer.common.caller.CurrentCaller;
import dev.coffer.common.content.Preconditions;
import dev.coffer.common.identity.Owner;
import dev.coffer.userdata.UserdataApi;
import dev.coffer.userdata.address.RawTargetFilter;
import dev.coffer.userdata.file.UserFileConfig;
import dev.coffer.userdata.file.UserFileView;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Renames and moves files and folders (comfy.md section 5.6). The paths come from the raw request target. */
@Path("/api/userdata")
@Authenticated
@RunOnVirtualThread
@Tag(name = "user")
class UserFileMoveResource {
    private static final String NO = "false";

    private final MoveTransactions moves;
    private final UserFileConfig config;
    private final CurrentCaller caller;
    private final RoutingContext request;

    UserFileMoveResource(MoveTransactions moves, UserFileConfig config, CurrentCaller caller, RoutingContext request) {
        this.moves = moves;
        this.config = config;
        this.caller = caller;
        this.request = request;
    }

    /** Moves a file or a folder atomically. */
    @POST
    @Path("{file}/move/{dest}")
    @Operation(operationId = "moveUserdataFile", summary = "Move or rename a user file or a folder",
            description = "Honours If-Match. The time of modification stays. Folders are never merged.")
    @Parameter(name = "file", in = ParameterIn.PATH, required = true,
            description = "The path of the file or folder; slashes may be encoded or not.",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "dest", in = ParameterIn.PATH, required = true,
            description = "The new path; slashes may be encoded or not.", schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "200", description = "It is there now.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = UserFileView.class)))
    @APIResponse(responseCode = "404")
    @APIResponse(responseCode = "409", description = "There is something at the new path.")
    @APIResponse(responseCode = "412")
    public Response move(
            @QueryParam(UserdataApi.OVERWRITE) @Parameter(ref = UserdataApi.OVERWRITE) String overwrite,
            @Parameter(description = "Only an explicit \"false\" shortens the answer to the path.",
                    schema = @Schema(type = SchemaType.STRING, enumeration = {"true", "false"}))
            @QueryParam("full_info") String fullInfo) {
        Owner owner = caller.workspace();
        MoveTarget paths = MoveTarget.split(RawTargetFilter.rest(request), some -> moves.firstThere(owner, some));
        MovedFile moved = moves.move(new MoveUserFile(
                owner, paths.source(), paths.target(), !NO.equals(overwrite), new Preconditions(request.request())));
        return Response.ok(NO.equals(fullInfo)
                ? TextNode.valueOf(moved.path())
                : UserFileView.of(moved.path(), moved.size(), moved.modifiedAt(), config.modified()))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, moved.etag())
                .build();
    }
}
