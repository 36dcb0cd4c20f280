package dev.coffer.asset.edit;

import dev.coffer.asset.error.AssetErrorCode;
import dev.coffer.asset.label.Tags;
import dev.coffer.common.error.ServiceException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST} and {@code DELETE /api/assets/{id}/tags} (comfy.md section 2.10). */
@Schema(name = "TagsModification")
record TagsRequest(
        @Schema(required = true, minItems = 1, maxItems = Tags.MAX_COUNT,
                description = "Labels; blank ones are ignored. An asset has at most " + Tags.MAX_COUNT)
        @Nullable List<String> tags) {

    /**
     * The labels that are left without blanks, maybe none.
     *
     * @throws ServiceException 400, or 422 for a reserved one
     */
    List<String> checked() {
        if (tags == null || tags.isEmpty()) {
            throw ServiceException.invalidBody("tags", "must have at least one tag");
        }
        List<String> labels = Tags.of(tags);
        Tags.refuseReserved(labels, AssetErrorCode.RESERVED_TAG_ON_CREATE);
        return labels;
    }
}
