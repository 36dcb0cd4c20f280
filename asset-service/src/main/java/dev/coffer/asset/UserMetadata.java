package dev.coffer.asset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.http.JsonField;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

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

    private final ObjectMapper json;
    private final AssetConfig config;

    public UserMetadata(ObjectMapper json, AssetConfig config) {
        this.json = json;
        this.config = config;
    }

    /** Reads a text that a client sent. @throws ServiceException 400 unless it is a JSON object that can be kept */
    public Map<String, Object> parse(String text) {
        return JsonField.<Map<String, Object>>read(json.readerFor(OBJECT), text).orElseThrow(
                () -> ServiceException.invalidBody(FIELD, "must be a JSON object with numbers within range"));
    }

    /** The text to keep. @throws ServiceException 400 if it is too large or cannot be kept */
    public String text(Map<String, Object> object) {
        StorableJson.problem(object).ifPresent(problem -> {
            throw ServiceException.invalidBody(FIELD, problem);
        });
        String text = write(object);
        long limit = config.maxUserMetadata().asLongValue();
        if (text.getBytes(StandardCharsets.UTF_8).length > limit) {
            throw ServiceException.invalidBody(FIELD, "must have at most " + limit + " bytes");
        }
        return text;
    }

    /** The replacement of one object by another: all of it is new, but the name of the uploaded file stays known. */
    public String replaced(String before, Map<String, Object> after) {
        Object filename = parse(before).get(FILENAME);
        Map<String, Object> result = new LinkedHashMap<>(after);
        if (filename != null) {
            result.putIfAbsent(FILENAME, filename);
        }
        return text(result);
    }

    private String write(Map<String, Object> object) {
        try {
            return json.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
