package dev.coffer.asset.v2;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.coffer.asset.create.NewAsset;
import dev.coffer.asset.create.NewAsset.Reuse;
import dev.coffer.asset.error.AssetErrorCode;
import dev.coffer.asset.label.Tags;
import dev.coffer.asset.name.Hashes;
import dev.coffer.common.error.ServiceException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/v2/assets/from-hash}. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "AssetFromHashRequest")
record FromHashV2Request(
        @Schema(required = true, pattern = Hashes.PATTERN,
                description = "Hash of content that the caller may already see")
        @Nullable String hash,
        @Schema(maxLength = 1024, description = "Where the asset shall lie, such as photo.png")
        @Nullable String filePath,
        @Schema(maxItems = Tags.MAX_COUNT, description = "Labels")
        @Nullable List<String> tags,
        @Schema(minimum = "60", maximum = "604800", description = "Seconds after which the asset ends; never if absent")
        @Nullable Long expiresIn) {

    NewAsset checked() {
        if (hash == null || !Hashes.isBlake3(hash)) {
            throw new ServiceException(AssetErrorCode.INVALID_HASH, "hash must be like 'blake3:<hex>'");
        }
        List<String> labels = tags == null ? List.of() : Tags.of(tags);
        Tags.refuseReserved(labels, AssetErrorCode.RESERVED_TAG_ON_CREATE);
        return UploadV2Form.at(FilePath.checked(filePath), labels)
                .life(Retention.checked(expiresIn))
                .reuse(Reuse.SAME_REFERENCE)
                .build();
    }
}
