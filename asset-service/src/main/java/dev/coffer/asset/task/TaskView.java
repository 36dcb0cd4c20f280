package dev.coffer.asset.task;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.coffer.asset.view.JsonText;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A task as clients see it; null members are not sent. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "Task")
record TaskView(
        @Schema(implementation = String.class, format = "uuid", required = true) UUID id,
        @Schema(required = true) String idempotencyKey,
        @Schema(required = true, description = "What is done") String taskName,
        @Schema(implementation = Map.class, additionalProperties = Schema.True.class, required = true,
                description = "What was asked for") JsonText payload,
        @Schema(required = true) TaskStatus status,
        @Schema(implementation = TaskResult.class)
        @Nullable JsonText result,
        @Schema(description = "Why it failed, or why it is tried again")
        @Nullable String errorMessage,
        @Schema(implementation = String.class, format = "date-time", required = true) Instant createTime,
        @Schema(implementation = String.class, format = "date-time", required = true) Instant updateTime,
        @Schema(implementation = String.class, format = "date-time")
        @Nullable Instant startedAt,
        @Schema(implementation = String.class, format = "date-time")
        @Nullable Instant completedAt) {

    static TaskView of(Task task) {
        return new TaskView(
                task.id,
                task.idempotencyKey,
                task.taskName,
                new JsonText(task.payload),
                task.status,
                task.result == null ? null : new JsonText(task.result),
                task.errorMessage,
                task.createTime,
                task.updateTime,
                task.startedAt,
                task.completedAt);
    }
}
