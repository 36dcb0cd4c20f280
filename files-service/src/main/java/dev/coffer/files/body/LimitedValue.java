package dev.coffer.files.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What limited lists and maps have in common: whether the member has a limit, and how an element is read. */
abstract class LimitedValue<T> extends StdDeserializer<T> implements ContextualDeserializer {
    final JavaType type;
    private final transient @Nullable JsonDeserializer<?> unlimited;
    private final transient @Nullable JsonDeserializer<Object> elements;

    LimitedValue(
            JavaType type, @Nullable JsonDeserializer<?> unlimited, @Nullable JsonDeserializer<Object> elements) {
        super(type);
        this.type = type;
        this.unlimited = unlimited;
        this.elements = elements;
    }

    /** How many elements the member may have; less than 0 if it does not say so. */
    abstract int limit(Schema schema);

    abstract JsonDeserializer<?> limited(int most, JsonDeserializer<Object> elements);

    @Override
    public @Nullable JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty member)
            throws JsonMappingException {
        Schema schema = member == null ? null : member.getAnnotation(Schema.class);
        if (schema == null || limit(schema) < 0) {
            return unlimited instanceof ContextualDeserializer contextual
                    ? contextual.createContextual(context, member)
                    : unlimited;
        }
        return limited(limit(schema), context.findContextualValueDeserializer(type.getContentType(), member));
    }

    Object element(JsonParser in, DeserializationContext context) throws IOException {
        JsonDeserializer<Object> element = Objects.requireNonNull(elements, "made for a member with a limit");
        return in.hasToken(JsonToken.VALUE_NULL)
                ? element.getNullValue(context)
                : element.deserialize(in, context);
    }
}
