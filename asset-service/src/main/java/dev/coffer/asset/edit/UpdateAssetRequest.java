package dev.coffer.asset.edit;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.coffer.asset.AssetIds;
import dev.coffer.asset.error.AssetErrorCode;
import dev.coffer.asset.label.Tags;
import dev.coffer.asset.name.AssetName;
import dev.coffer.asset.name.MimeType;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code PUT /api/assets/{id}}; what is null or absent stays as it is (comfy.md section 2.8). */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "UpdateAsset", minProperties = 1)
record UpdateAssetRequest(
        @Schema(maxLength = 512, description = "New name")
        @Nullable String name,
        @Schema(maxItems = Tags.MAX_COUNT, description = "The new set of tags")
        @Nullable List<String> tags,
        @Schema(maxLength = 255, description = "New media type")
        @Nullable String mimeType,
        @Schema(format = "uuid", description = "Asset that serves as preview")
        @Nullable String previewId,
        @Schema(description = "The new metadata, all of them")
        @Nullable Map<String, Object> userMetadata) {
    private static final UUID ZERO = new UUID(0, 0);

    /** @throws ServiceException 400 if there is nothing in it, or anything wrong */
    AssetService.Change checked() {
        if (Stream.of(name, tags, mimeType, previewId, userMetadata).allMatch(Objects::isNull)) {
            throw new ServiceException(ErrorCode.INVALID_BODY,
                    "Provide at least one of: name, tags, mime_type, preview_id, user_metadata.");
        }
        return new AssetService.Change(
                AssetName.label("name", name),
                tags == null ? null : Tags.of(tags),
                MimeType.checked("mime_type", mimeType),
                preview(),
                userMetadata);
    }

    private @Nullable UUID preview() {
        UUID preview = AssetIds.inBody("preview_id", previewId);
        if (ZERO.equals(preview)) {
            throw new ServiceException(AssetErrorCode.INVALID_PREVIEW_ID, "preview_id must be the id of an asset.");
        }
        return preview;
    }
}
