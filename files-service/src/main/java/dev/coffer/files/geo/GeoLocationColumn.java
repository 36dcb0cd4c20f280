package dev.coffer.files.geo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Keeps a location as the JSON that was sent, with every digit of its numbers. */
@Converter
@Immutable
@Singleton
public class GeoLocationColumn implements AttributeConverter<GeoLocation, String> {
    private static final Object STORED = new Object();

    private final ObjectMapper json;

    public GeoLocationColumn(ObjectMapper json) {
        this.json = json;
    }

    /** Whether JSON is read that was taken before, maybe by other rules. */
    static boolean isReading(DeserializationContext context) {
        return context.getAttribute(STORED) != null;
    }

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable GeoLocation location) {
        try {
            return location == null ? null : json.writeValueAsString(location);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public @Nullable GeoLocation convertToEntityAttribute(@Nullable String column) {
        try {
            return column == null ? null
                    : json.readerFor(GeoLocation.class).withAttribute(STORED, true).readValue(column);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
