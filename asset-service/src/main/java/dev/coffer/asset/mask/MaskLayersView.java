package dev.coffer.asset.mask;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.coffer.asset.file.FileTarget;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The layers of a drawing on the wire: here clients want to see null (comfy.md section 4.3). */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "MaskLayers")
record MaskLayersView(
        @Schema(required = true, nullable = true, description = "The image with the mask as its opacity")
        @Nullable String mask,
        @Schema(required = true, nullable = true, description = "What was painted, alone") @Nullable String paint,
        @Schema(required = true, nullable = true, description = "The image with what was painted")
        @Nullable String painted,
        @Schema(required = true, nullable = true, description = "The image with what was painted, and the mask")
        @Nullable String paintedMasked) {

    /** @throws ServiceException 404 if there are none */
    static MaskLayersView of(Map<MaskLayer, String> files, FileTarget target) {
        if (files.isEmpty()) {
            throw new ServiceException(
                    ErrorCode.FILE_NOT_FOUND, "The file is no layer of a mask.", Map.of("filename", target.name()));
        }
        return new MaskLayersView(files.get(MaskLayer.MASK), files.get(MaskLayer.PAINT), files.get(MaskLayer.PAINTED),
                files.get(MaskLayer.PAINTED_MASKED));
    }
}
