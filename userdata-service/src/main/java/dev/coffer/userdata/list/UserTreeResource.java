package dev.coffer.userdata.list;

import dev.coffer.common.caller.CurrentCaller;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.json.JsonMemory;
import dev.coffer.userdata.address.UserFolder;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The tree of a workspace as the open-source server shows it (comfy.md section 5.7). */
@Path("/api/v2/userdata")
@Authenticated
@RunOnVirtualThread
@Tag(name = "user")
class UserTreeResource {
    private static final ServiceException OUTSIDE =
            new ServiceException(ErrorCode.INVALID_PATH, "Invalid path requested");

    private final UserFileListService lists;
    private final JsonMemory memory;
    private final CurrentCaller caller;

    UserTreeResource(UserFileListService lists, JsonMemory memory, CurrentCaller caller) {
        this.lists = lists;
        this.memory = memory;
        this.caller = caller;
    }

    /** Folders and files, hidden ones too; paths are relative to the root. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listUserdataTree", summary = "Everything below a folder")
    @APIResponse(responseCode = "200", description = "Folders first, then by name.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(type = SchemaType.ARRAY, implementation = TreeEntry.class)))
    @APIResponse(responseCode = "404")
    public List<TreeEntry> tree(
            @Parameter(description = "The folder; absent: the root.", schema = @Schema(type = SchemaType.STRING))
            @QueryParam("path")
            @Nullable String path,
            @Parameter(description = "The same under its old name.", schema = @Schema(type = SchemaType.STRING))
            @QueryParam("dir") String dir) {
        Owner owner = caller.workspace();
        String asked = path == null ? dir : path;
        UserFolder folder = UserFolder.of(asked == null ? "" : asked, OUTSIDE);
        return lists.tree(owner, folder)
                .map(files -> TreeEntry.of(folder, files, memory::answer))
                .orElseThrow(() -> new ServiceException(ErrorCode.FILE_NOT_FOUND, "Requested path not found"));
    }
}
