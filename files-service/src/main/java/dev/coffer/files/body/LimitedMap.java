package dev.coffer.files.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A map of texts to values that keeps one pair more than allowed. */
final class LimitedMap extends LimitedValue<Map<String, Object>> {
    private final int most;

    LimitedMap(JavaType type, JsonDeserializer<?> unlimited) {
        super(type, unlimited, null);
        this.most = 0;
    }

    private LimitedMap(JavaType type, int most, JsonDeserializer<Object> elements) {
        super(type, null, elements);
        this.most = most;
    }

    /** 0 is the default of the annotation. */
    @Override
    int limit(Schema schema) {
        return schema.maxProperties() > 0 ? schema.maxProperties() : -1;
    }

    @Override
    JsonDeserializer<?> limited(int limit, JsonDeserializer<Object> elements) {
        return new LimitedMap(type, limit, elements);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Map<String, Object> deserialize(JsonParser in, DeserializationContext context) throws IOException {
        if (!in.hasToken(JsonToken.START_OBJECT)) {
            return (Map<String, Object>) context.handleUnexpectedToken(type, in);
        }
        Map<String, Object> map = new LinkedHashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String key = in.currentName();
            in.nextToken();
            if (map.size() > most) {
                in.skipChildren();
                continue;
            }
            try {
                map.put(key, element(in, context));
            } catch (IOException | RuntimeException e) {
                throw JsonMappingException.wrapWithPath(e, map, key);
            }
        }
        return map;
    }
}
