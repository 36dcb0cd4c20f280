package dev.coffer.asset.upload;

import dev.coffer.asset.file.FileTarget;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.json.JsonReader;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The image that a mask is for, as JSON in a field of the form (comfy.md section 4.2). */
record OriginalRef(@Nullable String filename, @Nullable String subfolder, @Nullable String type) {
    private static final String FIELD = "original_ref";

    /** @throws ServiceException 400 if it is missing or no such object, 403 if it leads out of its folder */
    static FileTarget target(JsonReader json, @Nullable String text) {
        if (text == null) {
            throw ServiceException.invalidBody(FIELD, "is required");
        }
        OriginalRef ref = json.textIfFits(text, OriginalRef.class)
                .filter(object -> object.filename != null)
                .orElseThrow(() -> ServiceException.invalidBody(
                        FIELD, "must be a JSON object with filename, and maybe subfolder and type"));
        try {
            return FileTarget.of(ref.filename, ref.type, ref.subfolder);
        } catch (ServiceException e) {
            // Its words are those for parameters of a query.
            throw e.code() != ErrorCode.INVALID_QUERY ? e
                    : new ServiceException(
                            ErrorCode.INVALID_BODY, FIELD + ": " + e.getMessage(), Map.of("field", FIELD));
        }
    }
}
