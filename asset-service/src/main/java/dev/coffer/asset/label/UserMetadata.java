package dev.coffer.asset.label;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.coffer.asset.AssetConfig;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.json.JsonReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The free JSON object that clients keep with an asset. */
@ApplicationScoped
public class UserMetadata {
    /** The name of the field on the wire. */
    public static final String FIELD = "user_metadata";
    /** Where the name of the uploaded file is kept; clients of the open-source server look for it. */
    public static final String FILENAME = "filename";
    /** Where the folder of an uploaded file is kept. */
    public static final String SUBFOLDER = "subfolder";

    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};

    private final JsonReader reader;
    private final ObjectReader stored;
    private final ObjectWriter asStored;
    private final AssetConfig config;

    public UserMetadata(ObjectMapper json, JsonReader reader, AssetConfig config) {
        this.reader = reader;
        this.stored = json.readerFor(OBJECT);
        this.asStored = json.writer().with(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN);
        this.config = config;
    }

    /**
     * Reads a text that a client sent.
     *
     * @throws ServiceException 400 unless it is a JSON object that can be kept
     */
    public Map<String, Object> parse(String text) {
        try {
            Map<String, Object> object = reader.text(FIELD, text, OBJECT);
            if (object != null) {
                return object;
            }
        } catch (JsonProcessingException | NumberFormatException e) {
            throw ServiceException.invalidBody(FIELD, "must be a JSON object with numbers within range");
        }
        throw ServiceException.invalidBody(FIELD, "must be a JSON object");
    }

    /**
     * The text to keep, as long as the database will give it back but for blanks, which are counted too.
     *
     * @throws ServiceException 400 if it is too large or cannot be kept
     */
    public String text(Map<String, Object> object) {
        StorableJson.problem(object).ifPresent(problem -> {
            throw ServiceException.invalidBody(FIELD, problem);
        });
        String text = write(object);
        long limit = config.maxUserMetadata().asLongValue();
        if (text.getBytes(StandardCharsets.UTF_8).length + StorableJson.blanks(object) > limit) {
            throw ServiceException.invalidBody(FIELD, "must have at most " + limit + " bytes, its numbers written out");
        }
        return text;
    }

    /** What a kept text says of the folder of the file, if anything. */
    public @Nullable Object subfolder(String text) {
        return text.contains(SUBFOLDER) ? parse(text).get(SUBFOLDER) : null;
    }

    /** The replacement of one object by another: all of it is new, but the name of the uploaded file stays known. */
    public String replaced(String before, Map<String, Object> after) {
        Object filename = filename(before);
        Map<String, Object> result = new LinkedHashMap<>(after);
        if (filename != null) {
            result.putIfAbsent(FILENAME, filename);
        }
        return text(result);
    }

    private @Nullable Object filename(String metadata) {
        try {
            return stored.<Map<String, Object>>readValue(metadata).get(FILENAME);
        } catch (JsonProcessingException e) {
            // Of a time when they could be larger than what is read today.
            return null;
        }
    }

    private String write(Map<String, Object> object) {
        try {
            return asStored.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
