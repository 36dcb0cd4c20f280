package dev.coffer.files.create;

import static dev.coffer.common.error.ServiceException.invalidBody;

import dev.coffer.common.http.Text;
import dev.coffer.files.file.Limits;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The limits of metadata, which count bytes of UTF-8 (cdf-files.md section 2). */
final class MetadataRules {
    private static final String FIELD = "metadata";

    private MetadataRules() {}

    static void check(Map<String, String> metadata) {
        if (metadata == null) {
            return;
        }
        if (metadata.size() > Limits.METADATA_PAIRS) {
            throw invalidBody(FIELD, "must have at most " + Limits.METADATA_PAIRS + " pairs");
        }
        int total = 0;
        for (Map.Entry<String, String> pair : metadata.entrySet()) {
            total += key(pair.getKey()) + value(pair.getKey(), pair.getValue());
        }
        if (total > Limits.METADATA_BYTES) {
            throw invalidBody(FIELD, "must have at most " + Limits.METADATA_BYTES + " bytes of keys and values");
        }
    }

    private static int key(String key) {
        if (bytes(key) > Limits.METADATA_KEY_BYTES) {
            throw invalidBody(FIELD, "must have keys of at most " + Limits.METADATA_KEY_BYTES + " bytes");
        }
        if (!Text.storable(key)) {
            throw invalidBody(FIELD, "must not contain NUL or unpaired surrogates");
        }
        return bytes(key);
    }

    private static int value(String key, String value) {
        String field = FIELD + "." + key;
        if (value == null) {
            throw invalidBody(field, "must be a text");
        }
        if (bytes(value) > Limits.METADATA_VALUE_BYTES) {
            throw invalidBody(field, "must have at most " + Limits.METADATA_VALUE_BYTES + " bytes");
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
