package dev.coffer.asset.upload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.asset.file.FileTarget;
import dev.coffer.common.error.ServiceException;

/** The image that a mask is for, as JSON in a field of the form (comfy.md section 4.2). */
record OriginalRef(String filename, String subfolder, String type) {
    private static final String FIELD = "original_ref";

    /** @throws ServiceException 400 if it is missing or no such object, 403 if it leads out of its folder */
    static FileTarget target(ObjectMapper json, String text) {
        if (text == null) {
            throw ServiceException.invalidBody(FIELD, "is required");
        }
        try {
            OriginalRef ref = json.readValue(text, OriginalRef.class);
            if (ref == null || ref.filename == null) {
                throw ServiceException.invalidBody(FIELD, "must have a filename");
            }
            return FileTarget.of(ref.filename, ref.type, ref.subfolder);
        } catch (JsonProcessingException e) {
            throw ServiceException.invalidBody(FIELD, "must be a JSON object with filename, subfolder and type");
        }
    }
}
