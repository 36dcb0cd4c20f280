package dev.coffer.asset.task;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The result of a task. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "TaskResult")
public record TaskResult(
        @Schema(required = true)
        boolean success,
        Long bytesDownloaded,
        String contentType,
        String hash,
        String filename,
        @Schema(implementation = String.class, format = "uuid")
        UUID assetId,
        String error) {

    static TaskResult failed(String error) {
        return new TaskResult(false, null, null, null, null, null, error);
    }
}
