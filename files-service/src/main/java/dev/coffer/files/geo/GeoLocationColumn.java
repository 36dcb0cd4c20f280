package dev.coffer.files.geo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import jakarta.inject.Singleton;

/** Keeps a location as the JSON that was sent, with every digit of its numbers. */
@Converter
@Singleton
public class GeoLocationColumn implements AttributeConverter<GeoLocation, String> {
    private final ObjectMapper json;

    GeoLocationColumn(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public String convertToDatabaseColumn(GeoLocation location) {
        try {
            return location == null ? null : json.writeValueAsString(location);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public GeoLocation convertToEntityAttribute(String column) {
        try {
            return column == null ? null : json.readValue(column, GeoLocation.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
