package dev.coffer.asset.task;

import dev.coffer.asset.AssetApi;
import dev.coffer.common.caller.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /api/tasks} and {@code GET /api/tasks/{id}}. */
@Path("/api/tasks")
@Tag(name = AssetApi.TAG)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Authenticated
class TaskResource {
    private final TaskService tasks;
    private final CurrentCaller caller;

    TaskResource(TaskService tasks, CurrentCaller caller) {
        this.tasks = tasks;
        this.caller = caller;
    }

    /** The workspace's tasks. */
    @GET
    @Operation(operationId = "listTasks", summary = "List background tasks")
    @APIResponse(responseCode = "200", description = "A page of tasks",
            content = @Content(schema = @Schema(implementation = TaskListResponse.class)))
    @APIResponse(responseCode = "400", ref = AssetApi.INVALID)
    @APIResponse(responseCode = "401", ref = AssetApi.UNAUTHORIZED)
    @APIResponse(responseCode = "403", ref = AssetApi.FORBIDDEN)
    @APIResponse(responseCode = "500", ref = AssetApi.INTERNAL)
    public TaskListResponse list(@BeanParam TaskParameters query) {
        return tasks.list(caller.workspace(), TaskQuery.of(query));
    }

    /** How a task goes. */
    @GET
    @Path("{task_id}")
    @Operation(operationId = "getTask", summary = "Get a background task")
    @APIResponse(responseCode = "200", description = "The task",
            content = @Content(schema = @Schema(implementation = TaskView.class)))
    @APIResponse(responseCode = "401", ref = AssetApi.UNAUTHORIZED)
    @APIResponse(responseCode = "403", ref = AssetApi.FORBIDDEN)
    @APIResponse(responseCode = "404", ref = AssetApi.NOT_FOUND)
    @APIResponse(responseCode = "500", ref = AssetApi.INTERNAL)
    public TaskView get(
            @PathParam("task_id")
            @Parameter(description = "Task ID", schema = @Schema(implementation = String.class, format = "uuid"))
            String id) {
        return tasks.find(caller.workspace(), id);
    }
}
