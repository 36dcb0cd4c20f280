package dev.coffer.files.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A list that keeps one element more than allowed. */
final class LimitedList extends LimitedValue<List<Object>> {
    private final int most;

    LimitedList(JavaType type, JsonDeserializer<?> unlimited) {
        super(type, unlimited, null);
        this.most = 0;
    }

    private LimitedList(JavaType type, int most, JsonDeserializer<Object> elements) {
        super(type, null, elements);
        this.most = most;
    }

    @Override
    int limit(Schema schema) {
        return schema.maxItems();
    }

    @Override
    JsonDeserializer<?> limited(int limit, JsonDeserializer<Object> elements) {
        return new LimitedList(type, limit, elements);
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<Object> deserialize(JsonParser in, DeserializationContext context) throws IOException {
        if (!in.hasToken(JsonToken.START_ARRAY)) {
            return (List<Object>) context.handleUnexpectedToken(type, in);
        }
        List<Object> list = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            if (list.size() > most) {
                in.skipChildren();
                continue;
            }
            try {
                list.add(element(in, context));
            } catch (IOException | RuntimeException e) {
                throw JsonMappingException.wrapWithPath(e, list, list.size());
            }
        }
        return list;
    }
}
