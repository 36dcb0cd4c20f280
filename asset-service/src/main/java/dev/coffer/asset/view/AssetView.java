package dev.coffer.asset.view;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.coffer.asset.Asset;
import dev.coffer.asset.label.Tags;
import dev.coffer.asset.name.Hashes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An asset on the wire (comfy.md section 1.1). What is null is not sent. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "Asset")
public record AssetView(
        @Schema(implementation = String.class, format = "uuid", required = true,
                description = "Unique identifier of the asset") UUID id,
        @Schema(required = true, maxLength = 512, description = "Name: a free label, not unique") String name,
        @Schema(maxLength = 512, description = "The same as name")
        @Nullable String displayName,
        @Schema(description = "What a loader of models calls it; only of models")
        @Nullable String loaderPath,
        @Schema(pattern = Hashes.PATTERN, description = "BLAKE3 hash of the content")
        @Nullable String assetHash,
        @Schema(pattern = Hashes.PATTERN, description = "The same as asset_hash, under its newer name")
        @Nullable String hash,
        @Schema(required = true, format = "int64", description = "Size of the content in bytes") long size,
        @Schema(maxLength = 255, description = "Media type of the content")
        @Nullable String mimeType,
        @Schema(description = "Tags: the location first, then alphabetical")
        @Nullable List<String> tags,
        @Schema(implementation = Map.class, additionalProperties = Schema.True.class,
                description = "What clients keep with the asset")
        @Nullable JsonText userMetadata,
        @Schema(implementation = Map.class, additionalProperties = Schema.True.class,
                description = "What the system knows of the content; read-only")
        @Nullable JsonText metadata,
        @Schema(format = "uri-reference",
                description = "Relative URL of a preview that needs no credentials; absent where there is none")
        @Nullable String previewUrl,
        @Schema(format = "uri-reference",
                description = "Relative URL of a small JPEG of the preview, without credentials; absent if there is none")
        @Nullable String thumbnailUrl,
        @Schema(implementation = String.class, format = "uuid", description = "Asset that serves as preview")
        @Nullable UUID previewId,
        @Schema(implementation = String.class, format = "uuid", description = "Job that produced the asset")
        @Nullable UUID jobId,
        @Schema(implementation = String.class, format = "uuid", deprecated = true, description = "Older name of job_id")
        @Nullable UUID promptId,
        @Schema(implementation = String.class, format = "date-time", required = true,
                description = "When the asset was created") Instant createdAt,
        @Schema(implementation = String.class, format = "date-time", required = true,
                description = "When name, tags or metadata last changed") Instant updatedAt,
        @Schema(implementation = String.class, format = "date-time", description = "When the content was last read")
        @Nullable Instant lastAccessTime,
        @Schema(description = "Whether the asset is public: it cannot be modified or deleted") boolean isImmutable) {

    static AssetView of(Asset asset, @Nullable String previewUrl, @Nullable String thumbnailUrl) {
        return new AssetView(
                asset.id,
                asset.name,
                asset.name,
                asset.tags.contains(Tags.MODELS) ? asset.fileName : null,
                asset.hash,
                asset.hash,
                asset.size,
                asset.mimeType,
                asset.tags,
                new JsonText(asset.userMetadata),
                JsonText.unlessEmpty(asset.metadata),
                previewUrl,
                thumbnailUrl,
                asset.previewId,
                asset.jobId,
                asset.jobId,
                asset.createdAt,
                asset.updatedAt,
                asset.lastAccessTime,
                asset.isPublic());
    }
}
