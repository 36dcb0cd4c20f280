package dev.coffer.files.upload;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.coffer.common.bodies.RequestBody;
import dev.coffer.common.error.ServiceException;
import dev.coffer.files.api.FilesApi;
import dev.coffer.files.api.PartCount;
import dev.coffer.files.field.FieldLimits;
import dev.coffer.files.file.InstanceId;
import dev.coffer.files.identifier.Identifier;
import dev.coffer.files.identifier.IdentifierRules;
import dev.coffer.files.project.Access;
import dev.coffer.files.project.CurrentProject;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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

/** {@code POST /files/uploadlink}, {@code /files/multiuploadlink} and {@code /files/completemultipartupload}. */
@Path("/api/v1/projects/{project}/files")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = FilesApi.TAG)
public class UploadResource {
    private final CurrentProject projects;
    private final RequestBody body;
    private final UploadService uploads;

    UploadResource(CurrentProject projects, RequestBody body, UploadService uploads) {
        this.projects = projects;
        this.body = body;
        this.uploads = uploads;
    }

    @POST
    @Path("uploadlink")
    @Operation(operationId = "uploadLink", summary = "Get a link to upload new content of a file")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = UploadLinksRequest.class)))
    @APIResponseSchema(responseCode = "201", value = UploadLinksView.class,
            responseDescription = "The file, and where its new content goes; the old one stays until then")
    public Response link(@PathParam("project") String project) {
        Access access = projects.toWrite(project);
        return created(new UploadLinksView(List.of(uploads.link(access, item()))));
    }

    @POST
    @Path("multiuploadlink")
    @Operation(operationId = "multipartUploadLinks",
            summary = "Get links to upload new content of a file in several parts")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = UploadLinksRequest.class)))
    @APIResponseSchema(responseCode = "201", value = PartedUploadLinksView.class,
            responseDescription = "The file, and where the parts of its new content go; the old one stays until it is"
                    + " complete")
    public Response links(
            @PathParam("project") String project,
            @QueryParam(FilesApi.PARTS) @Parameter(ref = FilesApi.PARTS) String parts) {
        Access access = projects.toWrite(project);
        int count = PartCount.parse(parts);
        return created(new PartedUploadLinksView(List.of(uploads.links(access, item(), count))));
    }

    @POST
    @Path("completemultipartupload")
    @Operation(
            operationId = "completeMultipartUpload",
            summary = "Make the uploaded parts the content of a file",
            description = "Every part but the last must have at least 5 MiB. Calling again changes nothing.")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = CompleteUploadRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "The content can be read",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    public Map<String, Object> complete(@PathParam("project") String project) {
        Access access = projects.toWrite(project);
        CompleteUploadRequest request = body.json(CompleteUploadRequest.class);
        IdentifierRules.check("body", request.identifier());
        if (request.uploadId() == null) {
            throw ServiceException.invalidBody("uploadId", "is required");
        }
        uploads.complete(access, request.identifier(), request.uploadId());
        return Map.of();
    }

    private Identifier item() {
        return IdentifierRules.check(body.json(UploadLinksRequest.class).items(), 1, 1).getFirst();
    }

    private static Response created(Object links) {
        return Response.status(Response.Status.CREATED).entity(links).build();
    }

    /** The file with its link, as the one item of a list (cdf-files.md section 0.1). */
    @Schema(name = "UploadLinks")
    public record UploadLinksView(@Schema(required = true, minItems = 1, maxItems = 1) List<CreatedFileView> items) {}

    /** The file with its links, as the one item of a list (cdf-files.md section 0.1). */
    @Schema(name = "MultipartUploadLinks")
    public record PartedUploadLinksView(
            @Schema(required = true, minItems = 1, maxItems = 1) List<PartedFileView> items) {}

    /** The file to which new content shall go. */
    @Schema(name = "UploadLinksRequest")
    record UploadLinksRequest(@Schema(required = true, minItems = 1, maxItems = 1) List<Identifier> items) {}

    /** A file, named in exactly one way, and which of its uploads has all parts. */
    @Schema(name = "CompleteUploadRequest")
    record CompleteUploadRequest(
            @Schema(minimum = "1", maximum = FieldLimits.MAX_ID) @Nullable Long id,
            @Schema(maxLength = FieldLimits.EXTERNAL_ID) @Nullable String externalId,
            @Nullable InstanceId instanceId,
            @Schema(required = true) String uploadId) {

        @JsonIgnore
        Identifier identifier() {
            return new Identifier(id, externalId, instanceId);
        }
    }
}
