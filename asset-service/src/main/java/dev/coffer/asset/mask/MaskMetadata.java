package dev.coffer.asset.mask;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the answer to a mask tells of it (comfy.md section 4.2). */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "MaskMetadata")
public record MaskMetadata(
        @Schema(required = true, description = "Always true") boolean isMask,
        @Schema(required = true, description = "Hash of the image that the mask is for") String originalHash,
        @Schema(required = true, enumeration = {
            "mask", "paint", "painted", "painted_masked"},
                description = "Which layer of a drawing it is") String maskType,
        @Schema(required = true,
                description = "Names of the files `mask`, `paint` and `painted` of the drawing, if they are there") Map<String, String> relatedFiles) {

    public static MaskMetadata of(String originalHash, MaskLayer layer, Map<MaskLayer, String> files) {
        Map<String, String> related = MaskLayer.related().filter(files::containsKey)
                .collect(Collectors.toMap(MaskLayer::wireName, files::get));
        return new MaskMetadata(true, originalHash, layer.wireName(), related);
    }
}
