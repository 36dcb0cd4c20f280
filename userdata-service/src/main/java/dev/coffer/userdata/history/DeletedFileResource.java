package dev.coffer.userdata.history;

import dev.coffer.common.caller.CurrentCaller;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import dev.coffer.userdata.address.UserFolder;
import dev.coffer.userdata.address.UserPath;
import dev.coffer.userdata.version.VersionTransactions;
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

/** Deleted files that can still be restored: an extension of ours. */
@Path("/api/v2/userdata")
@Authenticated
@RunOnVirtualThread
@Tag(name = "versions")
class DeletedFileResource {
    private static final int MAX_LIMIT = 1000;
    private static final ServiceException OUTSIDE = new ServiceException(ErrorCode.FORBIDDEN, "Invalid directory");

    private final VersionTransactions versions;
    private final CurrentCaller caller;

    DeletedFileResource(VersionTransactions versions, CurrentCaller caller) {
        this.versions = versions;
        this.caller = caller;
    }

    /** Sorted by path; {@code after} continues behind the last one of a page. */
    @GET
    @Path("versions/deleted")
    @Operation(operationId = "listDeletedUserdata", summary = "List the deleted user files that can be restored")
    @APIResponse(responseCode = "200", description = "Deleted files with their last content, by path.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(type = SchemaType.ARRAY, implementation = DeletedFileView.class)))
    public Response list(
            @Parameter(description = "The folder; absent: the root.", schema = @Schema(type = SchemaType.STRING))
            @QueryParam("path")
            @Nullable String path,
            @Parameter(description = "Only paths that come after this one.", schema = @Schema(type = SchemaType.STRING))
            @QueryParam("after")
            @Nullable String after,
            @Parameter(description = "Files in one answer, 1 to 1000.",
                    schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000",
                            defaultValue = "1000"))
            @QueryParam("limit") String limit) {
        Owner owner = caller.workspace();
        UserFolder folder = UserFolder.of(path == null ? "" : path, OUTSIDE);
        String from = after == null || after.isEmpty() ? "" : UserPath.of(after).value();
        return Response.ok(versions.deleted(owner, folder.prefix(), from, checked(limit)).stream()
                .map(DeletedFileView::of)
                .toList())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private static int checked(@Nullable String limit) {
        if (limit == null || limit.isEmpty()) {
            return MAX_LIMIT;
        }
        if (!limit.matches("\\d{1,4}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > MAX_LIMIT) {
            throw new ServiceException(ErrorCode.INVALID_QUERY, "limit must be between 1 and " + MAX_LIMIT + ".");
        }
        return Integer.parseInt(limit);
    }
}
