package dev.coffer.asset.fetch;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What another server says of its content (comfy.md section 2.4). */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "AssetMetadataResponse")
record RemoteMetadata(
        @Schema(required = true, format = "int64",
                description = "Size in bytes, -1 if it does not say") long contentLength,
        @Schema(description = "Media type")
        @Nullable String contentType,
        @Schema(description = "How it calls the file")
        @Nullable String filename,
        @Schema(description = "The same, for people")
        @Nullable String name,
        @Schema(format = "uri", description = "Where the content was, behind all redirects")
        @Nullable String finalUrl,
        @Schema(description = "Whether it could be stored")
        @Nullable Validation validation) {

    /** Whether the content could be stored here. */
    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "ValidationResult")
    record Validation(
            @Schema(required = true) boolean isValid,
            @Nullable List<Problem> errors) {}

    /** Why it could not. */
    @Schema(name = "ValidationError")
    record Problem(
            @Schema(required = true) String code,
            @Schema(required = true) String message,
            @Schema(required = true) String field) {}
}
