package dev.coffer.asset.task;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of tasks. */
@Schema(name = "TaskListResponse")
record TaskListResponse(
        @Schema(required = true) List<TaskView> tasks,
        @Schema(required = true) TaskPage pagination) {

    /** Which page, and how many there are. */
    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "TaskPagination")
    record TaskPage(
            @Schema(required = true) long offset,
            @Schema(required = true) int limit,
            @Schema(required = true) long total,
            @Schema(required = true) boolean hasMore) {}
}
