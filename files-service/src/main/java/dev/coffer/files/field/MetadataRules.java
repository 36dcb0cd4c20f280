package dev.coffer.files.field;

import static dev.coffer.common.error.ServiceException.invalidBody;

import dev.coffer.common.text.Text;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The limits of metadata, which count bytes of UTF-8 (cdf-files.md section 2). */
public final class MetadataRules {
    private MetadataRules() {}

    /**
     * Passes good metadata on, if there are any.
     *
     * @throws ServiceException 400 naming the member and what is allowed
     */
    public static <T extends @Nullable Map<String, String>> T check(String field, T metadata) {
        if (metadata == null) {
            return metadata;
        }
        if (metadata.size() > FieldLimits.METADATA_PAIRS) {
            throw invalidBody(field, "must have at most " + FieldLimits.METADATA_PAIRS + " pairs");
        }
        int total = 0;
        for (Map.Entry<String, String> pair : metadata.entrySet()) {
            total += key(field, pair.getKey()) + value(field + "." + pair.getKey(), pair.getValue());
        }
        if (total > FieldLimits.METADATA_BYTES) {
            throw invalidBody(field, "must have at most " + FieldLimits.METADATA_BYTES + " bytes of keys and values");
        }
        return metadata;
    }

    private static int key(String field, String key) {
        if (bytes(key) > FieldLimits.METADATA_KEY_BYTES) {
            throw invalidBody(field, "must have keys of at most " + FieldLimits.METADATA_KEY_BYTES + " bytes");
        }
        if (!Text.storable(key)) {
            throw invalidBody(field, "must not contain NUL or unpaired surrogates");
        }
        return bytes(key);
    }

    private static int value(String field, @Nullable String value) {
        if (value == null) {
            throw invalidBody(field, "must be a text");
        }
        if (bytes(value) > FieldLimits.METADATA_VALUE_BYTES) {
            throw invalidBody(field, "must have at most " + FieldLimits.METADATA_VALUE_BYTES + " bytes");
        }
        if (!Text.storable(value)) {
            throw invalidBody(field, "must not contain NUL or unpaired surrogates");
        }
        return bytes(value);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
