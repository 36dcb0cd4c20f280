package dev.coffer.files.edit;

import dev.coffer.common.bodies.RequestBody;
import dev.coffer.files.api.FilesApi;
import dev.coffer.files.file.FilesView;
import dev.coffer.files.project.CurrentProject;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code POST /files/update} and {@code POST /files/delete}. */
@Path("/api/v1/projects/{project}/files")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = FilesApi.TAG)
public class FileEditResource {
    private final CurrentProject projects;
    private final RequestBody body;
    private final FileEditService files;

    FileEditResource(CurrentProject projects, RequestBody body, FileEditService files) {
        this.projects = projects;
        this.body = body;
        this.files = files;
    }

    @POST
    @Path("update")
    @Operation(operationId = "updateFiles", summary = "Change what is said about files: all of them, or none")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = UpdateFilesRequest.class)))
    @APIResponseSchema(responseCode = "200", value = FilesView.class,
            responseDescription = "The files in the order of the request")
    @APIResponse(responseCode = "409", description = "A file comes twice, or an externalId is in use: see duplicated")
    public FilesView update(@PathParam("project") String project) {
        return new FilesView(files.update(projects.toWrite(project), body.json(UpdateFilesRequest.class)));
    }

    @POST
    @Path("delete")
    @Operation(operationId = "deleteFiles", summary = "Delete files and their content: all of them, or none")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = DeleteFilesRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "They are gone",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "409", description = "A file comes twice: see duplicated")
    public Map<String, Object> delete(@PathParam("project") String project) {
        files.delete(projects.toWrite(project), body.json(DeleteFilesRequest.class));
        return Map.of();
    }
}
