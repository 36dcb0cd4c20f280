package dev.coffer.files.geo;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.jspecify.annotations.Nullable;

/**
 * What a location says beside its geometry: a JSON object, kept as it is.
 *
 * @param json the object; nothing of it if it breaks a rule
 * @param fault the rule that it breaks, or null
 */
@JsonDeserialize(using = GeoPropertiesReader.class)
public record GeoProperties(@JsonValue @JsonRawValue String json, @Nullable String fault) {}
