package dev.coffer.userdata.list;

import dev.coffer.common.caller.CurrentCaller;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import dev.coffer.userdata.address.UserFolder;
import dev.coffer.userdata.file.UserFileConfig;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lists the files of a folder (comfy.md section 5.2). */
@Path("/api/userdata")
@Authenticated
@RunOnVirtualThread
@Tag(name = "user")
class UserFileListResource {
    private static final ServiceException OUTSIDE = new ServiceException(ErrorCode.FORBIDDEN, "Invalid directory");

    private final UserFileListService lists;
    private final UserFileConfig config;
    private final CurrentCaller caller;

    UserFileListResource(UserFileListService lists, UserFileConfig config, CurrentCaller caller) {
        this.lists = lists;
        this.config = config;
        this.caller = caller;
    }

    /** Files only, by path, relative to the folder; names that start with a dot are left out. */
    @GET
    @Operation(operationId = "listUserdata", summary = "List the user files of a folder")
    @APIResponse(responseCode = "200", description = "Objects; with full_info=false paths; with split lists of a path "
            + "and its segments.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(type = SchemaType.ARRAY, implementation = ListedFileView.class)))
    @APIResponse(responseCode = "404")
    public Response list(
            @Parameter(required = true,
                    description = "The folder, with or without a slash at the end; \".\" is the root.",
                    schema = @Schema(type = SchemaType.STRING))
            @QueryParam("dir")
            @Nullable String dir,
            @Parameter(description = "\"true\" goes into folders.", schema = @Schema(type = SchemaType.STRING))
            @QueryParam("recurse") String recurse,
            @Parameter(description = "\"true\" for objects, \"false\" for paths.",
                    schema = @Schema(type = SchemaType.STRING))
            @QueryParam("full_info") String fullInfo,
            @Parameter(description = "\"true\" for lists of segments, unless full_info is true.",
                    schema = @Schema(type = SchemaType.STRING))
            @QueryParam("split") String split) {
        Owner owner = caller.workspace();
        if (dir == null || dir.isEmpty()) {
            throw new ServiceException(ErrorCode.INVALID_QUERY, "Directory not provided");
        }
        UserFolder folder = UserFolder.of(dir, OUTSIDE);
        ListForm form = ListForm.of(fullInfo, split, config.listDefault());
        return Response.ok(form.rows(folder, lists.folder(owner, folder, "true".equalsIgnoreCase(recurse))))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
