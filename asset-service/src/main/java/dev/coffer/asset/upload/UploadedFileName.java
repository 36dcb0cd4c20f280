package dev.coffer.asset.upload;

import dev.coffer.asset.name.AssetName;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The names that uploaded files bring along (comfy.md section 4.1). */
final class UploadedFileName {
    private UploadedFileName() {}

    /**
     * The last step of the name.
     *
     * @throws ServiceException 400 if there is none, or if it leads out of its folder
     */
    static String checked(@Nullable String fileName) {
        String name = AssetName.ofPath("filename", fileName);
        if (fileName == null || name == null) {
            throw ServiceException.invalidBody("image", "must have a filename");
        }
        if (fileName.startsWith("/") || Arrays.asList(fileName.split("[/\\\\]")).contains("..")) {
            throw new ServiceException(ErrorCode.INVALID_PATH, "The filename must stay inside of its folder.");
        }
        return name;
    }
}
