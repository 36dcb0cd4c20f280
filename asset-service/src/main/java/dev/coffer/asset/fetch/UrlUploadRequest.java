package dev.coffer.asset.fetch;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.coffer.asset.AssetIds;
import dev.coffer.asset.create.NewAsset;
import dev.coffer.asset.error.AssetErrorCode;
import dev.coffer.asset.label.Tags;
import dev.coffer.asset.label.UserMetadata;
import dev.coffer.asset.name.AssetName;
import dev.coffer.common.error.ServiceException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/assets} as JSON: the bytes are at a URL (comfy.md section 2.2). */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "UploadAssetByUrl")
public record UrlUploadRequest(
        @Schema(required = true, format = "uri",
                description = "Where the file is: http or https, on a host that is allowed") String url,
        @Schema(required = true, maxLength = 512,
                description = "Name of the asset; its extension tells the type") String name,
        @Schema(maxItems = Tags.MAX_COUNT, description = "Any labels, in any order")
        @Nullable List<String> tags,
        @Schema(description = "Free JSON object to keep with the asset")
        @Nullable Map<String, Object> userMetadata,
        @Schema(format = "uuid", description = "Asset that serves as preview; dropped if unknown")
        @Nullable String previewId) {

    /** @throws ServiceException 400 if the name is missing or anything is wrong, 422 for a reserved tag */
    public NewAsset checked(UserMetadata rules) {
        String called = AssetName.ofPath("name", name);
        if (called == null) {
            throw ServiceException.invalidBody("name", "is required");
        }
        return wanted(called, tags, userMetadata, previewId, rules);
    }

    /** What a client wants of a file that another server calls so. */
    public static NewAsset wanted(
            String called, @Nullable List<String> tags, @Nullable Map<String, Object> userMetadata,
            @Nullable String previewId, UserMetadata rules) {
        List<String> labels = tags == null ? List.of() : Tags.of(tags);
        Tags.refuseReserved(labels, AssetErrorCode.RESERVED_TAG_ON_CREATE);
        Map<String, Object> metadata = new LinkedHashMap<>(userMetadata == null ? Map.of() : userMetadata);
        metadata.putIfAbsent(UserMetadata.FILENAME, called);
        return NewAsset.of(labels, rules.text(metadata))
                .name(called)
                .fileName(called)
                .previewId(AssetIds.inBody("preview_id", previewId))
                .build();
    }
}
