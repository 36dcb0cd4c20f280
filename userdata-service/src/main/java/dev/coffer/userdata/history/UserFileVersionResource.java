package dev.coffer.userdata.history;

import dev.coffer.common.caller.CurrentCaller;
import dev.coffer.common.content.ContentAnswer;
import dev.coffer.common.content.Preconditions;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.time.Ids;
import dev.coffer.userdata.UserdataApi;
import dev.coffer.userdata.address.PercentCoding;
import dev.coffer.userdata.address.UserPath;
import dev.coffer.userdata.file.FileContent;
import dev.coffer.userdata.file.UserFile;
import dev.coffer.userdata.file.UserFileConfig;
import dev.coffer.userdata.file.UserFileService;
import dev.coffer.userdata.file.UserFileView;
import dev.coffer.userdata.history.HistoryTransactions.RestoreUserFile;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Earlier contents of user files: an extension of ours, with a path of its own because a file may be called anything.
 */
@Path("/api/v2/userdata")
@Authenticated
@RunOnVirtualThread
@Tag(name = "versions")
@APIResponse(responseCode = "404")
class UserFileVersionResource {
    private final HistoryTransactions history;
    private final UserFileService files;
    private final UserFileConfig config;
    private final CurrentCaller caller;
    private final RoutingContext request;

    UserFileVersionResource(HistoryTransactions history, UserFileService files, UserFileConfig config,
            CurrentCaller caller, RoutingContext request) {
        this.history = history;
        this.files = files;
        this.config = config;
        this.caller = caller;
        this.request = request;
    }

    /** The present content and the earlier ones. */
    @GET
    @Path("versions")
    @Operation(operationId = "listUserdataVersions", summary = "List the contents that a user file has had")
    @APIResponse(responseCode = "200", description = "The present one, then the others, the latest first.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(type = SchemaType.ARRAY, implementation = VersionView.class)))
    public Response list(@QueryParam(UserdataApi.PATH) @Parameter(ref = UserdataApi.PATH) String path) {
        return Response.ok(history.list(caller.workspace(), checked(path)))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    /** The bytes of one of them. */
    @GET
    @Path("versions/content")
    @Operation(operationId = "getUserdataVersion", summary = "Download an earlier content of a user file",
            description = "Honours Range, If-Range, If-None-Match and If-Modified-Since.")
    @APIResponse(responseCode = "200", description = "The content.",
            content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM,
                    schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "206", description = "The range that was asked for.")
    @APIResponse(responseCode = "304", description = "The client already has this content.")
    @APIResponse(responseCode = "412")
    @APIResponse(responseCode = "416")
    public Response content(
            @QueryParam(UserdataApi.PATH) @Parameter(ref = UserdataApi.PATH) String path,
            @QueryParam(UserdataApi.VERSION) @Parameter(ref = UserdataApi.VERSION) String version) {
        Owner owner = caller.workspace();
        UserPath file = checked(path);
        UUID id = id(version);
        return files.read(() -> history.find(owner, file, id), this::answer);
    }

    private Response answer(FileContent content) {
        return ContentAnswer.of(content.represented(), request.request(), range -> files.open(content, range));
    }

    /** Makes an earlier content the present one; the file may be deleted. */
    @POST
    @Path("versions/restore")
    @Operation(operationId = "restoreUserdataVersion", summary = "Bring an earlier content of a user file back",
            description = "What the file has now joins the earlier ones. Honours If-Match and If-None-Match.")
    @APIResponse(responseCode = "200", description = "The file as it is now.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = UserFileView.class)))
    @APIResponse(responseCode = "412")
    public Response restore(
            @QueryParam(UserdataApi.PATH) @Parameter(ref = UserdataApi.PATH) String path,
            @QueryParam(UserdataApi.VERSION) @Parameter(ref = UserdataApi.VERSION) String version) {
        UserFile file = history.restore(new RestoreUserFile(caller.workspace(), checked(path), id(version),
                caller.get().subject(), new Preconditions(request.request())));
        return Response.ok(UserFileView.of(file, config.modified()))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, file.etag())
                .build();
    }

    /** Deletes the history; the present content stays. */
    @DELETE
    @Path("versions")
    @Operation(operationId = "deleteUserdataVersions", summary = "Forget the earlier contents of a user file")
    @APIResponse(responseCode = "204", description = "They cannot be restored any more; the file itself stays.")
    public void forget(@QueryParam(UserdataApi.PATH) @Parameter(ref = UserdataApi.PATH) String path) {
        history.forget(caller.workspace(), checked(path));
    }

    private static UserPath checked(@Nullable String path) {
        if (path == null || path.isEmpty()) {
            throw new ServiceException(ErrorCode.INVALID_QUERY, "path must name a file.");
        }
        return UserPath.of(PercentCoding.decodeAgain(path));
    }

    private static UUID id(String version) {
        return Ids.parse(version).orElseThrow(() -> new ServiceException(ErrorCode.INVALID_QUERY,
                "version must be one of those that the list names."));
    }
}
