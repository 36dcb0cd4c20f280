package dev.coffer.files.geo;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;

/**
 * Reads coordinates token by token and counts while it reads: of any body, no more than a geometry may have is
 * ever kept. The rest of what breaks a rule is skipped.
 */
final class CoordinatesReader extends StdDeserializer<Coordinates> {
    CoordinatesReader() {
        super(Coordinates.class);
    }

    @Override
    public Coordinates deserialize(JsonParser in, DeserializationContext context) throws IOException {
        boolean stored = GeoLocationColumn.isReading(context);
        if (!in.hasToken(JsonToken.START_ARRAY)) {
            in.skipChildren();
            return Coordinates.faulty("must be a list");
        }
        CoordinatesBuilder builder = new CoordinatesBuilder(stored);
        builder.open();
        for (int depth = 1; depth > 0;) {
            switch (in.nextToken()) {
                case START_ARRAY -> {
                    depth++;
                    builder.open();
                }
                case END_ARRAY -> {
                    depth--;
                    builder.close();
                }
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> builder.number(in.getText());
                default -> {
                    in.skipChildren();
                    builder.other();
                }
            }
        }
        return builder.build();
    }
}
