package dev.coffer.files.create;

import dev.coffer.common.bodies.RequestBody;
import dev.coffer.files.api.FilesApi;
import dev.coffer.files.api.PartCount;
import dev.coffer.files.api.QueryFlag;
import dev.coffer.files.project.Access;
import dev.coffer.files.project.CurrentProject;
import dev.coffer.files.upload.CreatedFileView;
import dev.coffer.files.upload.PartedFileView;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code POST /files} and {@code POST /files/initmultipartupload}: the first half of an upload. */
@Path("/api/v1/projects/{project}/files")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = FilesApi.TAG)
public class CreateFileResource {
    private final CurrentProject projects;
    private final RequestBody body;
    private final CreateFileService files;

    CreateFileResource(CurrentProject projects, RequestBody body, CreateFileService files) {
        this.projects = projects;
        this.body = body;
        this.files = files;
    }

    @POST
    @Operation(
            operationId = "initFileUpload",
            summary = "Create a file and get a link to upload its content",
            description = "PUT the content to uploadUrl within a week. An overwritten file keeps its old content"
                    + " until the new one is complete.")
    @Parameter(
            name = "Origin",
            in = ParameterIn.HEADER,
            description = "Sent by browsers.",
            schema = @Schema(type = SchemaType.STRING))
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = CreateFileRequest.class)))
    @APIResponseSchema(responseCode = "201", value = CreatedFileView.class,
            responseDescription = "The file, and where its content goes")
    @APIResponse(responseCode = "409", description = "The externalId is in use, see duplicated")
    public Response create(
            @PathParam("project") String project,
            @QueryParam(FilesApi.OVERWRITE) @Parameter(ref = FilesApi.OVERWRITE) String overwrite) {
        Access where = projects.toWrite(project);
        boolean replace = QueryFlag.of("overwrite", overwrite);
        CreateFileRequest request = CreateFileRules.check(body.json(CreateFileRequest.class));
        return Response.status(Response.Status.CREATED)
                .entity(files.create(where, request, replace))
                .build();
    }

    @POST
    @Path("initmultipartupload")
    @Operation(
            operationId = "initMultipartFileUpload",
            summary = "Create a file and get links to upload its content in several parts",
            description = "PUT each part to its link within a week, in any order, then call completemultipartupload."
                    + " Every part but the last must have at least 5 MiB.")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = CreateFileRequest.class)))
    @APIResponseSchema(responseCode = "201", value = PartedFileView.class,
            responseDescription = "The file, and where the parts of its content go")
    @APIResponse(responseCode = "409", description = "The externalId is in use, see duplicated")
    public Response createInParts(
            @PathParam("project") String project,
            @QueryParam(FilesApi.OVERWRITE) @Parameter(ref = FilesApi.OVERWRITE) String overwrite,
            @QueryParam(FilesApi.PARTS) @Parameter(ref = FilesApi.PARTS) String parts) {
        Access where = projects.toWrite(project);
        boolean replace = QueryFlag.of("overwrite", overwrite);
        int count = PartCount.parse(parts);
        CreateFileRequest request = CreateFileRules.check(body.json(CreateFileRequest.class));
        return Response.status(Response.Status.CREATED)
                .entity(files.createInParts(where, request, replace, count))
                .build();
    }
}
