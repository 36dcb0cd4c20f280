package dev.coffer.asset.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.coffer.asset.AssetIds;
import dev.coffer.asset.create.NewAsset;
import dev.coffer.asset.error.AssetErrorCode;
import dev.coffer.asset.label.Tags;
import dev.coffer.asset.label.UserMetadata;
import dev.coffer.asset.name.AssetName;
import dev.coffer.asset.name.Hashes;
import dev.coffer.asset.name.MimeType;
import dev.coffer.common.error.ServiceException;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/assets/from-hash}. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "CreateAssetFromHash")
record FromHashRequest(
        @Schema(required = true, pattern = Hashes.EITHER_PATTERN,
                description = "Hash of content that the caller may already see")
        @Nullable String hash,
        @Schema(maxLength = 512, description = "Name of the new asset; the hex digits of the hash if absent")
        @Nullable String name,
        @Schema(required = true, minItems = 1, maxItems = Tags.MAX_COUNT, description = "Any labels, in any order")
        @Nullable List<String> tags,
        @Schema(maxLength = 255, description = "Media type of the content")
        @Nullable String mimeType,
        @Schema(description = "Free JSON object to keep with the asset")
        @Nullable Map<String, Object> userMetadata,
        @Schema(format = "uuid", description = "Asset that serves as preview; dropped if unknown")
        @Nullable String previewId,
        @Schema(format = "uuid", description = "Job that produced the content (an addition of Coffer)")
        @Nullable String jobId,
        @JsonProperty("public")
        @Schema(name = "public", defaultValue = "false", description = "Whether everybody of the tenant shall see the"
                + " asset; for the role coffer-publisher (an addition of Coffer)")
        @Nullable Boolean isPublic) {

    /**
     * What is asked for.
     *
     * @param withTags whether there must be tags
     * @throws ServiceException 400 if the hash or the tags are missing, or anything is wrong
     */
    NewAsset checked(UserMetadata rules, boolean withTags) {
        if (hash == null) {
            throw ServiceException.invalidBody("hash", "is required");
        }
        if (!Hashes.isHash(hash)) {
            throw new ServiceException(AssetErrorCode.INVALID_HASH, "hash must be like 'blake3:<hex>'");
        }
        List<String> labels = tags == null ? List.of() : Tags.of(tags);
        if (withTags && labels.isEmpty()) {
            throw ServiceException.invalidBody("tags", "must have at least one tag");
        }
        Tags.refuseReserved(labels, AssetErrorCode.RESERVED_TAG);
        return NewAsset.of(labels, rules.text(userMetadata == null ? Map.of() : userMetadata))
                .name(AssetName.ofPath("name", name))
                .mimeType(MimeType.checked("mime_type", mimeType))
                .previewId(AssetIds.inBody("preview_id", previewId))
                .jobId(AssetIds.inBody("job_id", jobId))
                .build();
    }
}
