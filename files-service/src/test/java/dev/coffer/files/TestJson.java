package dev.coffer.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.common.json.JsonRules;
import dev.coffer.files.body.ListLimits;

/** JSON as the service reads and writes it. */
public final class TestJson {
    public static final ObjectMapper MAPPER = mapper();

    private TestJson() {}

    private static ObjectMapper mapper() {
        ObjectMapper mapper = new ObjectMapper().findAndRegisterModules();
        new JsonRules().customize(mapper);
        new ListLimits().customize(mapper);
        return mapper;
    }

    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
