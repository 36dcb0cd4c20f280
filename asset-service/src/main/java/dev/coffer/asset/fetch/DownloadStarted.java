package dev.coffer.asset.fetch;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A download that goes on in the background. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "AssetDownloadResponse")
record DownloadStarted(
        @Schema(implementation = String.class, format = "uuid", required = true, description = "Id of the task")
        UUID taskId,
        @Schema(required = true, description = "created")
        String status,
        @Schema(description = "For people")
        @Nullable String message) {}
