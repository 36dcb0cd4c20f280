package dev.coffer.common.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * JSON as real clients need it: absent instead of null outside of maps, times with {@code Z} and microseconds
 * (comfy.md section 0.5), unknown members ignored, and no silent coercion of one type into another.
 */
@Singleton
public class JsonRules implements ObjectMapperCustomizer {
    /** RFC 3339 in UTC with microseconds. */
    public static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private static final CoercionInputShape[] SCALARS = {
        CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean, CoercionInputShape.String
    };

    /** After the modules of the framework: the last serializer registered for a type wins. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.setDefaultPropertyInclusion(
                JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS));
        mapper.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        refuse(mapper, LogicalType.Textual, CoercionInputShape.String);
        refuse(mapper, LogicalType.Integer, CoercionInputShape.Integer);
        refuse(mapper, LogicalType.Boolean, CoercionInputShape.Boolean);
        mapper.registerModule(new SimpleModule("coffer").addSerializer(Instant.class, new InstantAsText()));
    }

    private static void refuse(ObjectMapper mapper, LogicalType type, CoercionInputShape allowed) {
        for (CoercionInputShape shape : SCALARS) {
            if (shape != allowed) {
                mapper.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail);
            }
        }
    }

    private static final class InstantAsText extends StdSerializer<Instant> {
        InstantAsText() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(TIME.format(value));
        }
    }
}
