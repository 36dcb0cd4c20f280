package dev.coffer.files.list;

import dev.coffer.common.audit.ReadsOnly;
import dev.coffer.common.bodies.RequestBody;
import dev.coffer.files.api.FilesApi;
import dev.coffer.files.list.FileListRequests.AggregateFilesRequest;
import dev.coffer.files.list.FileListRequests.ListFilesRequest;
import dev.coffer.files.list.FileListRequests.SearchFilesRequest;
import dev.coffer.files.page.CountsView;
import dev.coffer.files.project.CurrentProject;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code POST /files/list}, {@code GET /files}, {@code POST /files/search} and {@code POST /files/aggregate}. */
@Path("/api/v1/projects/{project}/files")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = FilesApi.TAG)
public class FileListResource {
    private final CurrentProject projects;
    private final RequestBody body;
    private final FileListService files;

    FileListResource(CurrentProject projects, RequestBody body, FileListService files) {
        this.projects = projects;
        this.body = body;
        this.files = files;
    }

    @POST
    @Path("list")
    @ReadsOnly
    @Operation(operationId = "listFiles", summary = "List files by a filter, page by page")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = ListFilesRequest.class)))
    @APIResponseSchema(responseCode = "200", value = FilePageView.class,
            responseDescription = "The files in the order of their ids")
    public FilePageView list(@PathParam("project") String project) {
        return files.list(projects.toRead(project), body.json(ListFilesRequest.class));
    }

    @GET
    @Operation(operationId = "listFilesByQuery", summary = "List files by simple filters, page by page")
    @APIResponseSchema(responseCode = "200", value = FilePageView.class,
            responseDescription = "The files in the order of their ids")
    public FilePageView get(@PathParam("project") String project, @BeanParam ListFilesParameters parameters) {
        return files.list(projects.toRead(project), parameters.request());
    }

    @POST
    @Path("search")
    @ReadsOnly
    @Operation(operationId = "searchFiles", summary = "Find files by a name or something like it")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = SearchFilesRequest.class)))
    @APIResponseSchema(responseCode = "200", value = FilePageView.class,
            responseDescription = "The files, the likest first")
    public FilePageView search(@PathParam("project") String project) {
        return files.search(projects.toRead(project), body.json(SearchFilesRequest.class));
    }

    @POST
    @Path("aggregate")
    @ReadsOnly
    @Operation(operationId = "aggregateFiles", summary = "Count files by a filter")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = AggregateFilesRequest.class)))
    @APIResponseSchema(responseCode = "200", value = CountsView.class, responseDescription = "The number of files")
    public CountsView aggregate(@PathParam("project") String project) {
        return CountsView.of(files.count(projects.toRead(project), body.json(AggregateFilesRequest.class)));
    }
}
