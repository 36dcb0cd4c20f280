package dev.coffer.userdata.file;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.coffer.common.bodies.RequestBody;
import dev.coffer.common.caller.CurrentCaller;
import dev.coffer.common.content.ContentAnswer;
import dev.coffer.common.content.Preconditions;
import dev.coffer.common.identity.Owner;
import dev.coffer.userdata.UserdataApi;
import dev.coffer.userdata.address.RawTargetFilter;
import dev.coffer.userdata.address.UserPath;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The files of a workspace by their path (comfy.md sections 5.3 to 5.5). The path is not a parameter of the
 * methods: it comes from the raw request target.
 */
@Path("/api/userdata")
@Authenticated
@RunOnVirtualThread
@Tag(name = "user")
@APIResponse(responseCode = "400", description = "The path cannot be that of a file.")
@APIResponse(responseCode = "403", description = "The path leads out of the workspace, or the workspace is not yours.")
class UserFileResource {
    private static final String NO = "false";

    private final UserFileService files;
    private final SettingsFile settings;
    private final UserFileConfig config;
    private final CurrentCaller caller;
    private final RequestBody body;
    private final RoutingContext request;

    UserFileResource(
            UserFileService files,
            SettingsFile settings,
            UserFileConfig config,
            CurrentCaller caller,
            RequestBody body,
            RoutingContext request) {
        this.files = files;
        this.settings = settings;
        this.config = config;
        this.caller = caller;
        this.body = body;
        this.request = request;
    }

    @POST
    @Path("{file}")
    @Operation(operationId = "postUserdataFile", summary = "Upload or overwrite a user file",
            description = "Honours If-Match and If-None-Match. Without full_info the answer is the object.")
    @Parameter(ref = UserdataApi.FILE)
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(required = true,
            content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM,
                    schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "200", description = "The content is stored.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = UserFileView.class)))
    @APIResponse(responseCode = "409", description = "The file exists and overwrite is false.")
    @APIResponse(responseCode = "412")
    @APIResponse(responseCode = "413",
            description = "The content is larger than user files, or what the organisation holds, may be.")
    public Response post(
            @QueryParam(UserdataApi.OVERWRITE) @Parameter(ref = UserdataApi.OVERWRITE) String overwrite,
            @Parameter(description = "Only an explicit \"false\" shortens the answer to the path.",
                    schema = @Schema(type = SchemaType.STRING, enumeration = {"true", "false"},
                            defaultValue = "false"))
            @QueryParam("full_info") String fullInfo)
            throws IOException {
        SaveUserFile wish = new SaveUserFile(caller.workspace(), UserPath.ofTarget(RawTargetFilter.rest(request)),
                caller.get().subject(),
                !NO.equals(overwrite), new Preconditions(request.request()));
        UserFile file = files.save(wish, this::content, body.declaredLength());
        return Response.ok(NO.equals(fullInfo) ? TextNode.valueOf(file.path) : UserFileView.of(file, config.modified()))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, file.etag())
                .build();
    }

    private InputStream content() {
        return body.stream(config.maxFileSize().asLongValue());
    }

    @GET
    @Path("{file}")
    @Operation(operationId = "getUserdataFile", summary = "Download a user file",
            description = "Honours Range, If-Range, If-None-Match and If-Modified-Since.")
    @Parameter(ref = UserdataApi.FILE)
    @APIResponse(responseCode = "200", description = "The content.",
            content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM,
                    schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "206", description = "The range that was asked for.")
    @APIResponse(responseCode = "304", description = "The client already has this content.")
    @APIResponse(responseCode = "404", description = "There is no such file.")
    @APIResponse(responseCode = "416", description = "The range lies outside of the file.")
    public Response get() {
        Owner owner = caller.workspace();
        UserPath path = UserPath.ofTarget(RawTargetFilter.rest(request));
        return path.isSettings() ? settings.answer() : files.read(owner, path, this::answer);
    }

    @HEAD
    @Path("{file}")
    @Operation(hidden = true)
    public Response head() {
        Owner owner = caller.workspace();
        UserPath path = UserPath.ofTarget(RawTargetFilter.rest(request));
        return path.isSettings() ? settings.answer() : files.read(owner, path, this::answer);
    }

    private Response answer(FileContent file) {
        return ContentAnswer.of(file.represented(), request.request(), range -> files.open(file, range));
    }

    @DELETE
    @Path("{file}")
    @Operation(operationId = "deleteUserdataFile", summary = "Delete a user file", description = "Honours If-Match.")
    @Parameter(ref = UserdataApi.FILE)
    @APIResponse(responseCode = "204", description = "The file is gone.")
    @APIResponse(responseCode = "404", description = "There is no such file.")
    @APIResponse(responseCode = "412")
    public void delete() {
        files.delete(caller.workspace(), UserPath.ofTarget(RawTargetFilter.rest(request)),
                new Preconditions(request.request()));
    }
}
