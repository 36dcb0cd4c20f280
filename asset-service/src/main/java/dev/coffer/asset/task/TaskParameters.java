package dev.coffer.asset.task;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterStyle;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query of {@code GET /api/tasks} as it arrives: texts, so that a wrong one is a 400 in our own words. */
class TaskParameters {
    @QueryParam("task_name")
    @Parameter(name = "task_name", in = ParameterIn.QUERY, description = "Only tasks of this kind")
    String taskName;

    @QueryParam("idempotency_key")
    @Parameter(name = "idempotency_key", in = ParameterIn.QUERY, description = "Only the task with this key")
    String idempotencyKey;

    @QueryParam("status")
    @Parameter(name = "status", in = ParameterIn.QUERY, style = ParameterStyle.FORM, explode = Explode.FALSE,
            description = "Only tasks in one of these states",
            schema = @Schema(type = SchemaType.ARRAY, implementation = TaskStatus[].class))
    List<String> status;

    @QueryParam("created_after")
    @Parameter(name = "created_after", in = ParameterIn.QUERY, description = "Only tasks that are newer",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    String createdAfter;

    @QueryParam("created_before")
    @Parameter(name = "created_before", in = ParameterIn.QUERY, description = "Only tasks that are older",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    String createdBefore;

    @QueryParam("sort_order")
    @Parameter(name = "sort_order", in = ParameterIn.QUERY, description = "By the time of creation",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "desc", enumeration = {"asc", "desc"}))
    String sortOrder;

    @QueryParam("offset")
    @Parameter(name = "offset", in = ParameterIn.QUERY, description = "Tasks to skip",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", defaultValue = "0"))
    String offset;

    @QueryParam("limit")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "Most tasks to return",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "20"))
    String limit;
}
