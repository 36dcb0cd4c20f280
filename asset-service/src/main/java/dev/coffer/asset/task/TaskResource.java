package dev.coffer.asset.task;

import dev.coffer.asset.api.AssetApi;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
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
    @APIResponseSchema(responseCode = "200", value = TaskListResponse.class, responseDescription = "A page of tasks")
    public TaskListResponse list(@BeanParam TaskParameters query) {
        return tasks.list(caller.workspace(), TaskQuery.of(query));
    }

    /** The state of a task. */
    @GET
    @Path("{task_id}")
    @Operation(operationId = "getTask", summary = "Get a background task")
    @APIResponseSchema(responseCode = "200", value = TaskView.class, responseDescription = "The task")
    @APIResponse(responseCode = "404")
    public TaskView get(
            @PathParam("task_id")
            @Parameter(description = "Task ID",
                    schema = @Schema(implementation = String.class, format = "uuid")) String id) {
        return tasks.find(caller.workspace(), id);
    }
}
