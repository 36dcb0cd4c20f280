package dev.coffer.files.find;

import dev.coffer.common.audit.ReadsOnly;
import dev.coffer.common.bodies.RequestBody;
import dev.coffer.common.error.ServiceException;
import dev.coffer.files.api.FilesApi;
import dev.coffer.files.field.FieldLimits;
import dev.coffer.files.field.FileIds;
import dev.coffer.files.file.FileEntity;
import dev.coffer.files.file.FileView;
import dev.coffer.files.file.FilesView;
import dev.coffer.files.identifier.Identifier;
import dev.coffer.files.identifier.IdentifierRules;
import dev.coffer.files.project.Access;
import dev.coffer.files.project.CurrentProject;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code POST /files/byids} and {@code GET /files/{id}}. */
@Path("/api/v1/projects/{project}/files")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = FilesApi.TAG)
public class FindFilesResource {
    private final CurrentProject projects;
    private final RequestBody body;
    private final FindFilesService files;

    FindFilesResource(CurrentProject projects, RequestBody body, FindFilesService files) {
        this.projects = projects;
        this.body = body;
        this.files = files;
    }

    @POST
    @Path("byids")
    @ReadsOnly
    @Operation(operationId = "getFilesByIds", summary = "Get several files")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = FilesByIdsRequest.class)))
    @APIResponseSchema(responseCode = "200", value = FilesView.class,
            responseDescription = "The files in the order of the request")
    @APIResponse(responseCode = "409", description = "An identifier comes twice: see duplicated")
    public FilesView byIds(@PathParam("project") String project) {
        Access where = projects.toRead(project);
        FilesByIdsRequest request = body.json(FilesByIdsRequest.class);
        List<Identifier> items = IdentifierRules.check(request.items(), 0, FilesByIdsRequest.MOST);
        Map<Identifier, FileEntity> found = Boolean.TRUE.equals(request.ignoreUnknownIds())
                ? files.known(where, items)
                : files.all(where, items);
        return FilesView.of(found.values());
    }

    /** Only what looks like a number is an id: everything else is an unknown route (cdf-files.md section 4). */
    @GET
    @Path("{id: -?[0-9]+}")
    @Operation(operationId = "getFile", summary = "Get one file")
    @APIResponseSchema(responseCode = "200", value = FileView.class, responseDescription = "The file")
    @APIResponse(responseCode = "404", description = "What is no number is no path of a file")
    public FileView byId(
            @PathParam("project") String project,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "1",
                    maximum = FieldLimits.MAX_ID))
            @PathParam("id") String id) {
        Access where = projects.toRead(project);
        Identifier item = Identifier.ofId(id(id));
        return FileView.of(files.one(where, item));
    }

    private static long id(String text) {
        long id = text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
        if (id < 1 || id > FileIds.MAX) {
            throw ServiceException.invalidQuery("id", "must be from 1 to " + FileIds.MAX);
        }
        return id;
    }

    /** Which files to give back. */
    @Schema(name = "FilesByIdsRequest")
    public record FilesByIdsRequest(
            @Schema(required = true, maxItems = FilesByIdsRequest.MOST, uniqueItems = true) List<Identifier> items,
            @Schema(defaultValue = "false", description = "Whether unknown files are left out instead of refused.")
            @Nullable Boolean ignoreUnknownIds) {
        public static final int MOST = 1000;
    }
}
