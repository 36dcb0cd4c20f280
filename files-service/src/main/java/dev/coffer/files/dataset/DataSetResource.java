package dev.coffer.files.dataset;

import dev.coffer.common.audit.ReadsOnly;
import dev.coffer.common.bodies.RequestBody;
import dev.coffer.files.api.FilesApi;
import dev.coffer.files.dataset.DataSetRequests.AggregateDataSetsRequest;
import dev.coffer.files.dataset.DataSetRequests.CreateDataSetsRequest;
import dev.coffer.files.dataset.DataSetRequests.DataSetsByIdsRequest;
import dev.coffer.files.dataset.DataSetRequests.ListDataSetsRequest;
import dev.coffer.files.dataset.DataSetRequests.UpdateDataSetsRequest;
import dev.coffer.files.page.CountsView;
import dev.coffer.files.project.CurrentProject;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * {@code POST /datasets}, {@code /datasets/list}, {@code /datasets/aggregate}, {@code /datasets/byids} and
 * {@code /datasets/update}.
 */
@Path("/api/v1/projects/{project}/datasets")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = FilesApi.DATA_SETS)
public class DataSetResource {
    private final CurrentProject projects;
    private final RequestBody body;
    private final DataSetService dataSets;

    DataSetResource(CurrentProject projects, RequestBody body, DataSetService dataSets) {
        this.projects = projects;
        this.body = body;
        this.dataSets = dataSets;
    }

    @POST
    @Operation(operationId = "createDataSets", summary = "Create data sets: all of them, or none")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = CreateDataSetsRequest.class)))
    @APIResponseSchema(responseCode = "200", value = DataSetsView.class,
            responseDescription = "The data sets in the order of the request")
    @APIResponse(responseCode = "409", description = "An externalId is in use: see duplicated")
    public DataSetsView create(@PathParam("project") String project) {
        return dataSets.create(projects.toWrite(project), body.json(CreateDataSetsRequest.class));
    }

    @POST
    @Path("list")
    @ReadsOnly
    @Operation(operationId = "listDataSets", summary = "List data sets by a filter, page by page")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = ListDataSetsRequest.class)))
    @APIResponseSchema(responseCode = "200", value = DataSetsView.class,
            responseDescription = "The data sets in the order of their ids")
    public DataSetsView list(@PathParam("project") String project) {
        return dataSets.list(projects.toRead(project), body.json(ListDataSetsRequest.class));
    }

    @POST
    @Path("aggregate")
    @ReadsOnly
    @Operation(operationId = "aggregateDataSets", summary = "Count data sets by a filter")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = AggregateDataSetsRequest.class)))
    @APIResponseSchema(responseCode = "200", value = CountsView.class, responseDescription = "The number of data sets")
    public CountsView aggregate(@PathParam("project") String project) {
        return CountsView.of(dataSets.count(projects.toRead(project), body.json(AggregateDataSetsRequest.class)));
    }

    @POST
    @Path("byids")
    @ReadsOnly
    @Operation(operationId = "getDataSetsByIds", summary = "Get several data sets")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = DataSetsByIdsRequest.class)))
    @APIResponseSchema(responseCode = "200", value = DataSetsView.class,
            responseDescription = "The data sets in the order of the request")
    @APIResponse(responseCode = "409", description = "A data set comes twice: see duplicated")
    public DataSetsView byIds(@PathParam("project") String project) {
        return dataSets.byIds(projects.toRead(project), body.json(DataSetsByIdsRequest.class));
    }

    @POST
    @Path("update")
    @Operation(operationId = "updateDataSets", summary = "Change data sets: all of them, or none")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = UpdateDataSetsRequest.class)))
    @APIResponseSchema(responseCode = "200", value = DataSetsView.class,
            responseDescription = "The data sets in the order of the request")
    @APIResponse(responseCode = "409",
            description = "A data set comes twice, or an externalId is in use: see duplicated")
    public DataSetsView update(@PathParam("project") String project) {
        return dataSets.update(projects.toWrite(project), body.json(UpdateDataSetsRequest.class));
    }
}
