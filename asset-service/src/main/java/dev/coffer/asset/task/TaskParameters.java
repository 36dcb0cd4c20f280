package dev.coffer.asset.task;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterStyle;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query of {@code GET /api/tasks} as texts, so that an invalid one gets the error message of this service. */
class TaskParameters {
    @QueryParam("task_name")
    @Parameter(description = "Only tasks of this kind")
    @Nullable
    String taskName;

    @QueryParam("idempotency_key")
    @Parameter(description = "Only the task with this key")
    @Nullable
    String idempotencyKey;

    @QueryParam("status")
    @Parameter(name = "status", in = ParameterIn.QUERY, style = ParameterStyle.FORM, explode = Explode.FALSE,
            description = "Only tasks in one of these states",
            schema = @Schema(type = SchemaType.ARRAY, implementation = TaskStatus[].class))
    List<String> status = List.of();

    @QueryParam("created_after")
    @Parameter(description = "Only tasks that are newer",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Nullable
    String createdAfter;

    @QueryParam("created_before")
    @Parameter(description = "Only tasks that are older",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Nullable
    String createdBefore;

    @QueryParam("sort_order")
    @Parameter(description = "By the time of creation",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "desc", enumeration = {"asc", "desc"}))
    @Nullable
    String sortOrder;

    @QueryParam("offset")
    @Parameter(description = "Tasks to skip",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", defaultValue = "0"))
    @Nullable
    String offset;

    @QueryParam("limit")
    @Parameter(description = "Most tasks to return",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "20"))
    @Nullable
    String limit;
}
