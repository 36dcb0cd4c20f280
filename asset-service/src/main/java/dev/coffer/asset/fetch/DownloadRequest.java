package dev.coffer.asset.fetch;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.coffer.asset.label.Tags;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/assets/download}; the task keeps it as its payload. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "AssetDownloadRequest")
record DownloadRequest(
        @Schema(required = true, format = "uri",
                description = "Where the file is, on a host that is allowed") String sourceUrl,
        @Schema(maxItems = Tags.MAX_COUNT, description = "Any labels, in any order")
        @Nullable List<String> tags,
        @Schema(description = "Free JSON object to keep with the asset")
        @Nullable Map<String, Object> userMetadata,
        @Schema(format = "uuid", description = "Asset that serves as preview; dropped if unknown")
        @Nullable String previewId) {}
