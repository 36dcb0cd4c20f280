package dev.coffer.files.label;

import dev.coffer.common.audit.ReadsOnly;
import dev.coffer.common.bodies.RequestBody;
import dev.coffer.files.api.FilesApi;
import dev.coffer.files.label.LabelRequests.CreateLabelsRequest;
import dev.coffer.files.label.LabelRequests.LabelIdsRequest;
import dev.coffer.files.label.LabelRequests.ListLabelsRequest;
import dev.coffer.files.project.CurrentProject;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code POST /labels}, {@code /labels/list}, {@code /labels/byids} and {@code /labels/delete}. */
@Path("/api/v1/projects/{project}/labels")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = FilesApi.LABELS)
public class LabelResource {
    private final CurrentProject projects;
    private final RequestBody body;
    private final LabelService labels;

    LabelResource(CurrentProject projects, RequestBody body, LabelService labels) {
        this.projects = projects;
        this.body = body;
        this.labels = labels;
    }

    @POST
    @Operation(operationId = "createLabels", summary = "Define labels: all of them, or none")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = CreateLabelsRequest.class)))
    @APIResponseSchema(responseCode = "201", value = LabelsView.class,
            responseDescription = "The labels in the order of the request")
    @APIResponse(responseCode = "409", description = "A label is there already, or comes twice: see duplicated")
    public Response create(@PathParam("project") String project) {
        LabelsView created = labels.create(projects.toWrite(project), body.json(CreateLabelsRequest.class));
        return Response.status(Response.Status.CREATED).entity(created).build();
    }

    @POST
    @Path("list")
    @ReadsOnly
    @Operation(operationId = "listLabels", summary = "List labels by a filter, page by page")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = ListLabelsRequest.class)))
    @APIResponseSchema(responseCode = "200", value = LabelsView.class,
            responseDescription = "The labels in the order of their external ids")
    public LabelsView list(@PathParam("project") String project) {
        return labels.list(projects.toRead(project), body.json(ListLabelsRequest.class));
    }

    @POST
    @Path("byids")
    @ReadsOnly
    @Operation(operationId = "getLabelsByIds", summary = "Get several labels")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = LabelIdsRequest.class)))
    @APIResponseSchema(responseCode = "200", value = LabelsView.class,
            responseDescription = "The labels in the order of the request")
    @APIResponse(responseCode = "409", description = "A label comes twice: see duplicated")
    public LabelsView byIds(@PathParam("project") String project) {
        return labels.byIds(projects.toRead(project), body.json(LabelIdsRequest.class));
    }

    @POST
    @Path("delete")
    @Operation(operationId = "deleteLabels", summary = "Delete the definitions of labels; files keep them")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = LabelIdsRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "They are gone",
            content = @Content(
                    mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "409", description = "A label comes twice: see duplicated")
    public Map<String, Object> delete(@PathParam("project") String project) {
        labels.delete(projects.toWrite(project), body.json(LabelIdsRequest.class));
        return Map.of();
    }
}
