package dev.coffer.files.geo;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where a file belongs on the globe: a GeoJSON feature.
 *
 * @param type {@code Feature}
 * @param geometry in WGS84
 * @param properties kept as they are, up to 10240 characters
 */
public record GeoLocation(
        @Schema(required = true, enumeration = "Feature") String type,
        @Schema(required = true) Geometry geometry,
        @Schema(implementation = Map.class) @Nullable GeoProperties properties) {}
