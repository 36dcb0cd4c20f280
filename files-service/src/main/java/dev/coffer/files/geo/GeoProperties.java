package dev.coffer.files.geo;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import dev.coffer.common.text.Text;
import java.io.IOException;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/**
 * What a location says beside its geometry: a JSON object, kept as it is.
 *
 * @param json the object; nothing of it if it breaks a rule
 * @param fault the rule that it breaks, if it breaks one
 */
@JsonDeserialize(using = GeoProperties.Reader.class)
public record GeoProperties(@JsonValue @JsonRawValue String json, @Nullable String fault) {
    /** Copies properties token by token, and counts while it does; what is behind a broken rule is read over. */
    static final class Reader extends StdDeserializer<GeoProperties> {
        /** As much as metadata may have. */
        static final int MOST_CHARACTERS = 10_240;
        /** Far below what JSON parsers take, since answers put further levels around it. */
        static final int MOST_LEVELS = 100;

        Reader() {
            super(GeoProperties.class);
        }

        @Override
        public GeoProperties deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (!in.hasToken(JsonToken.START_OBJECT)) {
                return (GeoProperties) context.handleUnexpectedToken(GeoProperties.class, in);
            }
            StringWriter text = new StringWriter();
            String fault = null;
            try (JsonGenerator out = in.getCodec().getFactory().createGenerator(text)) {
                out.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
                long characters = 0;
                int level = 0;
                do {
                    JsonToken token = in.currentToken();
                    level += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                    characters += in.getTextLength() + 1;
                    if (fault == null && !GeoLocationColumn.isReading(context)) {
                        fault = fault(in, level, characters);
                    }
                    if (fault == null) {
                        copy(in, out);
                    }
                    if (level > 0) {
                        in.nextToken();
                    }
                } while (level > 0);
            }
            return new GeoProperties(fault == null ? text.toString() : "{}", fault);
        }

        private static @Nullable String fault(JsonParser in, int level, long characters) throws IOException {
            if (level > MOST_LEVELS) {
                return "must have at most " + MOST_LEVELS + " levels";
            }
            if (characters > MOST_CHARACTERS) {
                return "must have at most " + MOST_CHARACTERS + " characters";
            }
            boolean text = in.hasToken(JsonToken.FIELD_NAME) || in.hasToken(JsonToken.VALUE_STRING);
            return text && !Text.storable(in.getText()) ? "must not contain NUL or unpaired surrogates" : null;
        }

        /** Numbers keep their digits. */
        private static void copy(JsonParser in, JsonGenerator out) throws IOException {
            if (in.currentToken().isNumeric()) {
                out.writeNumber(in.getText());
            } else {
                out.copyCurrentEvent(in);
            }
        }
    }
}
