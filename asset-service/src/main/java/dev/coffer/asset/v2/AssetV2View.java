package dev.coffer.asset.v2;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.coffer.asset.Asset;
import dev.coffer.asset.content.ContentLinks.ContentLink;
import dev.coffer.asset.name.Hashes;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An asset as version 2 shows it. What is null is not sent. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "AssetV2")
record AssetV2View(
        @Schema(implementation = String.class, format = "uuid", required = true,
                description = "Id of the asset") UUID id,
        @Schema(required = true, pattern = Hashes.PATTERN, description = "BLAKE3 hash of the content") String hash,
        @Schema(required = true, format = "int64", description = "Size of the content in bytes") long sizeBytes,
        @Schema(required = true, description = "Media type of the content") String contentType,
        @Schema(description = "Where the client wants it to lie")
        @Nullable String filePath,
        @Schema(description = "In answers that create: whether the bytes are new to the workspace")
        @Nullable Boolean createdNew,
        @Schema(implementation = String.class, format = "date-time", required = true,
                description = "When the asset was created") Instant createdAt,
        @Schema(required = true, format = "uri",
                description = "Link to the content that needs no credentials") String url,
        @Schema(implementation = String.class, format = "date-time", required = true,
                description = "When the link starts no download any more") Instant urlExpiresAt,
        @Schema(implementation = String.class, format = "date-time",
                description = "When the asset ends; absent if it does not")
        @Nullable Instant expiresAt,
        @Schema(implementation = String.class, format = "uuid", description = "Job that produced the asset")
        @Nullable UUID jobId) {

    static AssetV2View of(Asset asset, ContentLink link, @Nullable Boolean createdNew) {
        return new AssetV2View(
                asset.id,
                asset.hash,
                asset.size,
                asset.mimeType,
                asset.filePath,
                createdNew,
                asset.createdAt,
                link.url(),
                link.expires(),
                asset.expiresAt,
                asset.jobId);
    }
}
