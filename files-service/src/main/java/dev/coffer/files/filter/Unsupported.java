package dev.coffer.files.filter;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A filter that is there, and that we do not have: nothing of what it says is kept. */
@JsonDeserialize(using = Unsupported.Reader.class)
public record Unsupported() {

    public static @Nullable Unsupported ifAny(List<?> values) {
        return values.isEmpty() ? null : new Unsupported();
    }

    static final class Reader extends StdDeserializer<Unsupported> {
        Reader() {
            super(Unsupported.class);
        }

        @Override
        public Unsupported deserialize(JsonParser in, DeserializationContext context) throws IOException {
            in.skipChildren();
            return new Unsupported();
        }
    }
}
