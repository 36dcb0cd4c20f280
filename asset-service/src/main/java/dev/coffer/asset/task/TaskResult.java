package dev.coffer.asset.task;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The result of a task. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "TaskResult")
public record TaskResult(
        @Schema(required = true) boolean success,
        @Nullable Long bytesDownloaded,
        @Nullable String contentType,
        @Nullable String hash,
        @Nullable String filename,
        @Schema(implementation = String.class, format = "uuid")
        @Nullable UUID assetId,
        @Nullable String error) {

    static TaskResult failed(String error) {
        return new TaskResult(false, null, null, null, null, null, error);
    }
}
